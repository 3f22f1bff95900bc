package io.airouter.api;

import io.airouter.model.Capability;
import io.airouter.model.Dialect;
import io.airouter.model.Model;
import io.airouter.model.ModelCatalogue;
import io.airouter.model.ModelId;
import io.airouter.model.ModelLimits;
import io.airouter.model.Price;
import io.airouter.model.QueryType;
import io.airouter.model.RegistrationDefaults;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a model from the fields of a request, what is left out from a base or by default. */
final class ModelFields {
  private static final long MOST_TOKENS = 100_000_000;
  private static final long HIGHEST_RATE = 1_000_000_000;
  private static final BigDecimal HIGHEST_PRICE = BigDecimal.valueOf(1_000_000);
  private static final int DEFAULT_MAX_TOKENS = 4096;
  private static final int CONTEXTS_PER_ANSWER = 4;
  private static final int MAX_NAME = 200;
  private static final RegistrationDefaults REGISTRATION =
      new RegistrationDefaults("http", 8080, "");

  /** What {@code GET} shows beside the configuration. */
  private static final Set<String> SHOWN =
      Set.of(
          "id",
          "model_id",
          "endpoint",
          "available",
          "current_load",
          "avg_response_time",
          "current_requests",
          "distinguished_name",
          "endpoints");

  private final EditFields fields;
  private final ModelId id;
  private final Optional<Model> base;

  /**
   * @param base whose values count where the request says nothing; empty for the defaults
   */
  ModelFields(EditFields fields, ModelId id, Optional<Model> base) {
    this.fields = fields;
    this.id = id;
    this.base = base;
  }

  /**
   * The model.
   *
   * @param now for an EID that is free, where none is asked for
   * @throws ProblemException that tells all wrong fields
   */
  Model read(ModelCatalogue now) {
    fields.ignoring(SHOWN);
    int maxTokens = tokens("max_tokens", base.map(Model::maxTokens).orElse(DEFAULT_MAX_TOKENS));
    int byDefault = (int) Math.min(MOST_TOKENS, (long) maxTokens * CONTEXTS_PER_ANSWER);
    int context = tokens("context_window", base.map(Model::contextWindow).orElse(byDefault));
    if (context < maxTokens) {
      fields.wrong("max_tokens", "must be 1..context_window (" + context + ")");
    }
    String name = name("name", base.map(Model::name).orElse(id.value()));
    String upstream = name("upstream_model", base.map(Model::upstreamName).orElse(id.value()));
    Dialect dialect = dialect();
    Price price = price();
    Map<QueryType, Capability> capabilities = capabilities();
    ModelLimits limits =
        new ModelLimits(
            limit("rate_limit", base.map(m -> m.limits().requestsPerMinute())),
            limit("tokens_per_minute", base.map(m -> m.limits().tokensPerMinute())));
    InetAddress eid =
        fields
            .parsed("service_eid", InetAddress::ofLiteral, "an IPv4 or IPv6 address")
            .or(() -> base.map(Model::serviceEid))
            .or(() -> now.model(id).map(Model::serviceEid))
            .orElseGet(now::freeServiceEid);
    RegistrationDefaults registration = registration();
    boolean enabled = fields.flag("enabled").orElse(base.map(Model::enabled).orElse(true));
    fields.close();
    return new Model(
        id,
        name,
        dialect,
        upstream,
        context,
        maxTokens,
        price,
        capabilities,
        limits,
        eid,
        registration,
        enabled);
  }

  private int tokens(String name, int otherwise) {
    return fields.whole(name, 1, MOST_TOKENS).map(Long::intValue).orElse(otherwise);
  }

  private String name(String field, String otherwise) {
    return fields
        .parsed(field, ModelFields::name, "1 to " + MAX_NAME + " characters of text")
        .orElse(otherwise);
  }

  private static String name(String text) {
    boolean isPlain = text.chars().noneMatch(Character::isISOControl);
    if (text.isBlank() || text.length() > MAX_NAME || !isPlain) {
      throw new IllegalArgumentException("no name");
    }
    return text.strip();
  }

  private Dialect dialect() {
    Dialect usual = id.value().startsWith("claude") ? Dialect.ANTHROPIC : Dialect.OPENAI;
    return fields
        .word("dialect", Dialect::ofWord, Arrays.stream(Dialect.values()).map(Dialect::word))
        .orElse(base.map(Model::dialect).orElse(usual));
  }

  /** A null lifts the limit. */
  private long limit(String name, Optional<Long> otherwise) {
    long unsaid =
        fields.has(name) ? ModelLimits.UNLIMITED : otherwise.orElse(ModelLimits.UNLIMITED);
    return fields.whole(name, 1, HIGHEST_RATE).orElse(unsaid);
  }

  /** The three prices rule over the one price a token, which answers show beside them. */
  private Price price() {
    boolean hasThree = fields.has("prices_per_million_tokens");
    Optional<Price> perToken = fields.amount("cost_per_token", BigDecimal.ONE).map(Price::perToken);
    EditFields three = fields.part("prices_per_million_tokens");
    Price unsaid =
        perToken.filter(p -> !hasThree).or(() -> base.map(Model::price)).orElse(Price.FREE);
    BigDecimal input = three.amount("input", HIGHEST_PRICE).orElse(unsaid.input());
    BigDecimal output = three.amount("output", HIGHEST_PRICE).orElse(unsaid.output());
    BigDecimal cached =
        base.isEmpty() && hasThree
            ? three.amount("cached_input", HIGHEST_PRICE).orElse(input)
            : three.amount("cached_input", HIGHEST_PRICE).orElse(unsaid.cachedInput());
    return new Price(input, output, cached);
  }

  private Map<QueryType, Capability> capabilities() {
    Map<QueryType, Capability> grades = new EnumMap<>(QueryType.class);
    base.ifPresent(m -> grades.putAll(m.capabilities()));
    EditFields part = fields.part("capabilities");
    for (QueryType type : QueryType.values()) {
      part.word(
              type.word(),
              Capability::ofWord,
              Arrays.stream(Capability.values()).map(Capability::word))
          .ifPresent(grade -> grades.put(type, grade));
    }
    return grades;
  }

  private RegistrationDefaults registration() {
    RegistrationDefaults otherwise = base.map(Model::registration).orElse(REGISTRATION);
    EditFields part = fields.part("registration");
    String scheme =
        part.parsed("scheme", t -> new RegistrationDefaults(t, 1, "").scheme(), "http or https")
            .orElse(otherwise.scheme());
    int port = part.whole("port", 1, 65_535).map(Long::intValue).orElse(otherwise.port());
    String path =
        part.parsed("path", ModelFields::path, "empty, or a path that begins with /")
            .orElse(otherwise.path());
    return new RegistrationDefaults(scheme, port, path);
  }

  /** One that a URL can hold, since endpoints will be made of it. */
  private static String path(String text) {
    RegistrationDefaults probe = new RegistrationDefaults("http", 1, text);
    String built = probe.baseUrl(InetAddress.getLoopbackAddress()).getRawPath();
    if (!built.equals(text)) {
      throw new IllegalArgumentException("more than a path");
    }
    return text;
  }
}
