package io.airouter.boot.configuration;

import io.airouter.model.Capability;
import io.airouter.model.Dialect;
import io.airouter.model.Endpoint;
import io.airouter.model.Model;
import io.airouter.model.ModelId;
import io.airouter.model.ModelLimits;
import io.airouter.model.Price;
import io.airouter.model.QueryType;
import io.airouter.model.RegistrationDefaults;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the models and, by {@link EndpointReader}, where they are. */
final class ModelReader {
  private static final int DEFAULT_REGISTRATION_PORT = 8080;
  private static final int CONTEXTS_PER_ANSWER = 4;

  private final Map<ModelId, Section> sections = new LinkedHashMap<>();
  private final Map<ModelId, InetAddress> eids = new HashMap<>();
  private final List<Model> models = new ArrayList<>();
  private final List<Endpoint> endpoints = new ArrayList<>();

  ModelReader(Section section, Credentials credentials) {
    section.inOrder().forEach(entry -> open(entry.getKey(), entry.getValue()));
    assignEids();
    EndpointReader reader = new EndpointReader(credentials);
    sections.forEach(
        (id, model) -> {
          List<Endpoint> own = reader.endpoints(id, model);
          endpoints.addAll(own);
          model(id, model, registration(model, own)).ifPresent(models::add);
        });
  }

  Set<ModelId> ids() {
    return Set.copyOf(sections.keySet());
  }

  List<Model> models() {
    return List.copyOf(models);
  }

  List<Endpoint> endpoints() {
    return List.copyOf(endpoints);
  }

  private void open(String name, Entry entry) {
    try {
      sections.put(new ModelId(name), entry.section());
    } catch (IllegalArgumentException e) {
      entry.refuse(e.getMessage());
    }
  }

  private void assignEids() {
    ServiceEids taken = new ServiceEids();
    sections.forEach(
        (id, section) ->
            section
                .find(CatalogueKeys.EID)
                .ifPresent(
                    eid -> {
                      taken.take(eid, id).ifPresent(other -> refuseEid(section, eid, other));
                      eids.put(id, eid);
                    }));
    sections.keySet().forEach(id -> eids.computeIfAbsent(id, taken::next));
  }

  private static void refuseEid(Section section, InetAddress eid, ModelId other) {
    String message = eid.getHostAddress() + " is not allowed: it is the EID of " + other;
    section.entry("eid").ifPresent(entry -> entry.refuse(message));
  }

  private Optional<Model> model(ModelId id, Section section, RegistrationDefaults registration) {
    int maxTokens = section.get(CatalogueKeys.MAX_TOKENS);
    int context =
        section
            .find(CatalogueKeys.CONTEXT_WINDOW)
            .orElseGet(
                () -> (int) Math.min(Integer.MAX_VALUE, (long) maxTokens * CONTEXTS_PER_ANSWER));
    String name = section.find(CatalogueKeys.MODEL_NAME).orElse(id.value());
    String upstream = section.find(CatalogueKeys.UPSTREAM_MODEL).orElse(id.value());
    Dialect dialect = section.find(CatalogueKeys.DIALECT).orElseGet(() -> dialectOf(id));
    Price price = price(section);
    Map<QueryType, Capability> capabilities = capabilities(section.section("capabilities"));
    ModelLimits limits = limits(section);
    boolean enabled = section.get(CatalogueKeys.ENABLED);
    if (context < maxTokens) {
      section.place().refuse("max_tokens " + maxTokens + " is not allowed: 1..context_window");
      return Optional.empty();
    }
    return Optional.of(
        new Model(
            id,
            name,
            dialect,
            upstream,
            context,
            maxTokens,
            price,
            capabilities,
            limits,
            eids.get(id),
            registration,
            enabled));
  }

  private static Dialect dialectOf(ModelId id) {
    return id.value().startsWith("claude") ? Dialect.ANTHROPIC : Dialect.OPENAI;
  }

  private static Price price(Section section) {
    Optional<BigDecimal> perToken = section.find(CatalogueKeys.COST_PER_TOKEN);
    if (perToken.isPresent() && section.entry("prices").isPresent()) {
      section.entry("prices").orElseThrow().refuse("stands beside cost_per_token: give one");
    }
    return perToken
        .map(Price::perToken)
        .orElseGet(
            () -> {
              Section prices = section.section("prices");
              BigDecimal input = prices.get(CatalogueKeys.PRICE_INPUT);
              BigDecimal output = prices.get(CatalogueKeys.PRICE_OUTPUT);
              return new Price(
                  input, output, prices.find(CatalogueKeys.PRICE_CACHED).orElse(input));
            });
  }

  private static ModelLimits limits(Section section) {
    return new ModelLimits(
        section.find(CatalogueKeys.RATE_LIMIT).map(Long::valueOf).orElse(ModelLimits.UNLIMITED),
        section.find(CatalogueKeys.TOKEN_LIMIT).map(Long::valueOf).orElse(ModelLimits.UNLIMITED));
  }

  private static Map<QueryType, Capability> capabilities(Section section) {
    Map<QueryType, Capability> capabilities = new EnumMap<>(QueryType.class);
    ValueType<QueryType> types = ValueType.wordOf(QueryType.class);
    section
        .inOrder()
        .forEach(
            entry -> {
              Optional<QueryType> type = QueryType.ofWord(entry.getKey());
              if (type.isEmpty()) {
                entry
                    .getValue()
                    .refuse(
                        "'" + entry.getKey() + "' is no query type; allowed: " + types.allowed());
              }
              Optional<Capability> value =
                  entry.getValue().value(CatalogueKeys.CAPABILITIES.type());
              type.ifPresent(t -> value.ifPresent(v -> capabilities.put(t, v)));
            });
    return capabilities;
  }

  private static RegistrationDefaults registration(Section model, List<Endpoint> endpoints) {
    Section section = model.section("registration");
    Optional<Endpoint> first = endpoints.stream().findFirst();
    String scheme =
        section
            .find(CatalogueKeys.REGISTRATION_SCHEME)
            .or(() -> first.map(endpoint -> endpoint.baseUrl().getScheme()))
            .orElse("http");
    int port =
        section
            .find(CatalogueKeys.REGISTRATION_PORT)
            .or(() -> first.map(Endpoint::port))
            .orElse(DEFAULT_REGISTRATION_PORT);
    String path =
        section
            .find(CatalogueKeys.REGISTRATION_PATH)
            .or(() -> first.map(endpoint -> endpoint.baseUrl().getRawPath()))
            .orElse("");
    return new RegistrationDefaults(scheme, port, path);
  }
}
