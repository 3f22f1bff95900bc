package io.airouter.admin;

import io.airouter.model.AdminState;
import io.airouter.model.Capability;
import io.airouter.model.Configured;
import io.airouter.model.Dialect;
import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.model.Health;
import io.airouter.model.Model;
import io.airouter.model.ModelId;
import io.airouter.model.ModelLimits;
import io.airouter.model.Origin;
import io.airouter.model.Price;
import io.airouter.model.QueryType;
import io.airouter.model.RegistrationDefaults;
import io.airouter.model.ScoringWeights;
import java.net.InetAddress;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** From the words of {@link Configured}, as a form holds them, back to what they stand for. */
final class TypedWords {
  private static final String NO_CREDENTIAL = "none";

  private TypedWords() {}

  static Model model(ModelId id, Map<String, String> words) {
    WordReader in = new WordReader(Configured.subject(id), words);
    String name = in.text("name");
    String upstream = in.text("upstream_model");
    Dialect dialect =
        in.read(
            "dialect",
            "is openai, anthropic or ollama",
            Dialect.OPENAI,
            word -> Dialect.ofWord(word).orElseThrow(IllegalArgumentException::new));
    int context = in.whole("context_window");
    int most = in.whole("max_tokens");
    InetAddress eid =
        in.read(
            "service_eid",
            "is an IPv4 or IPv6 address",
            InetAddress.getLoopbackAddress(),
            InetAddress::ofLiteral);
    ModelLimits limits = new ModelLimits(in.limit("rate_limit"), in.limit("tokens_per_minute"));
    Price price = price(in);
    Map<QueryType, Capability> capabilities = capabilities(in);
    boolean enabled = in.optional("enabled").equals("true");
    Supplier<RegistrationDefaults> registration = registration(in);
    return in.finish(
        () ->
            new Model(
                id,
                name,
                dialect,
                upstream,
                context,
                most,
                price,
                capabilities,
                limits,
                eid,
                registration.get(),
                enabled));
  }

  private static Price price(WordReader in) {
    return new Price(
        in.amount("prices_per_million_tokens.input"),
        in.amount("prices_per_million_tokens.output"),
        in.amount("prices_per_million_tokens.cached_input"));
  }

  /** Made when all words are read, as it refuses some of them itself. */
  private static Supplier<RegistrationDefaults> registration(WordReader in) {
    String scheme = in.text("registration.scheme");
    int port = in.whole("registration.port");
    String path = in.optional("registration.path");
    return () -> new RegistrationDefaults(scheme, port, path);
  }

  private static Map<QueryType, Capability> capabilities(WordReader in) {
    Map<QueryType, Capability> capabilities = new EnumMap<>(QueryType.class);
    for (QueryType type : QueryType.values()) {
      capabilities.put(
          type,
          in.read(
              "capabilities." + type.word(),
              "is excellent, good, fair or poor",
              Capability.FAIR,
              word -> Capability.ofWord(word).orElseThrow(IllegalArgumentException::new)));
    }
    return capabilities;
  }

  static Endpoint endpoint(EndpointId id, Map<String, String> words, Origin origin) {
    WordReader in = new WordReader(Configured.subject(id), words);
    URI url =
        in.read(
            "base_url",
            "is http(s)://host[:port][/path]",
            URI.create("http://localhost"),
            URI::create);
    int priority = in.whole("priority");
    int weight = in.whole("weight");
    AdminState state =
        in.read(
            "admin_state",
            "is active, draining or maintenance",
            AdminState.ACTIVE,
            word -> AdminState.valueOf(word.toUpperCase(Locale.ROOT)));
    Optional<String> credential =
        Optional.of(in.optional("credential"))
            .filter(name -> !name.isEmpty() && !name.equals(NO_CREDENTIAL));
    return in.finish(
        () ->
            new Endpoint(
                id,
                new ModelId(words.getOrDefault("model", "")),
                url,
                List.of(),
                priority,
                weight,
                credential,
                origin,
                state,
                Health.UNKNOWN));
  }

  static ScoringWeights weights(Map<String, String> words) {
    WordReader in = new WordReader(Configured.POLICY, words);
    double capability = in.fraction("weights.capability");
    double load = in.fraction("weights.load");
    double cost = in.fraction("weights.cost");
    double responseTime = in.fraction("weights.response_time");
    return in.finish(() -> new ScoringWeights(capability, load, cost, responseTime));
  }
}
