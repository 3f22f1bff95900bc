package io.airouter.query;

import io.airouter.access.Caller;
import io.airouter.dns.DomainName;
import io.airouter.model.AdminState;
import io.airouter.model.Capability;
import io.airouter.model.Dialect;
import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.model.Health;
import io.airouter.model.HealthState;
import io.airouter.model.IpPrefix;
import io.airouter.model.Model;
import io.airouter.model.ModelCatalogue;
import io.airouter.model.ModelId;
import io.airouter.model.ModelLimits;
import io.airouter.model.Origin;
import io.airouter.model.Price;
import io.airouter.model.Priority;
import io.airouter.model.QueryType;
import io.airouter.model.RegistrationDefaults;
import io.airouter.model.RoutingPolicy;
import io.airouter.model.ScoringWeights;
import io.airouter.model.WorkloadClass;
import io.airouter.naming.Zone;
import io.airouter.table.RouteChange.CatalogueLoaded;
import io.airouter.table.RoutingTable;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Models and endpoints for tests, like the simulator's but smaller. */
public final class Fleet {
  public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  public static final ModelId GPT = new ModelId("gpt-4");
  public static final ModelId CLAUDE = new ModelId("claude-3");
  public static final ModelId FAST = new ModelId("gpt-3.5-fast");

  private Fleet() {}

  public static Model gpt() {
    return model(GPT, 1, Dialect.OPENAI, "30")
        .with(Map.of(QueryType.COMPLEX_REASONING, Capability.EXCELLENT));
  }

  public static Model claude() {
    return model(CLAUDE, 2, Dialect.ANTHROPIC, "15")
        .with(Map.of(QueryType.COMPLEX_REASONING, Capability.EXCELLENT));
  }

  public static Model fast() {
    return model(FAST, 3, Dialect.OPENAI, "1")
        .with(
            Map.of(
                QueryType.COMPLEX_REASONING, Capability.POOR,
                QueryType.SIMPLE_QA, Capability.GOOD));
  }

  /** Half a model. */
  private record Sketch(ModelId id, int number, Dialect dialect, String price) {
    Model with(Map<QueryType, Capability> capabilities) {
      BigDecimal perMillion = new BigDecimal(price);
      return new Model(
          id,
          id.value(),
          dialect,
          id.value() + "-upstream",
          8_192,
          1_024,
          new Price(perMillion, perMillion, perMillion),
          capabilities,
          ModelLimits.NONE,
          InetAddress.ofLiteral("10.100.0." + number),
          new RegistrationDefaults("http", 18080, ""),
          true);
    }
  }

  private static Sketch model(ModelId id, int number, Dialect dialect, String price) {
    return new Sketch(id, number, dialect, price);
  }

  /** The same model with those limits. */
  public static Model limited(Model m, ModelLimits limits) {
    return new Model(
        m.id(),
        m.name(),
        m.dialect(),
        m.upstreamName(),
        m.contextWindow(),
        m.maxTokens(),
        m.price(),
        m.capabilities(),
        limits,
        m.serviceEid(),
        m.registration(),
        m.enabled());
  }

  public static Endpoint endpoint(String id, ModelId model, String address) {
    return endpointAt(id, model, URI.create("http://" + address + ":18080"));
  }

  public static Endpoint endpointAt(String id, ModelId model, URI base) {
    return new Endpoint(
        new EndpointId(id),
        model,
        base,
        List.of(InetAddress.ofLiteral(base.getHost())),
        1,
        50,
        Optional.empty(),
        Origin.CONFIGURED,
        AdminState.ACTIVE,
        new Health(HealthState.PASSING, NOON, "test"));
  }

  public static Endpoint withPriority(Endpoint e, int priority) {
    return new Endpoint(
        e.id(),
        e.model(),
        e.baseUrl(),
        e.addresses(),
        priority,
        e.weight(),
        e.credential(),
        e.origin(),
        e.adminState(),
        e.health());
  }

  public static Endpoint withCredential(Endpoint e, String credential) {
    return new Endpoint(
        e.id(),
        e.model(),
        e.baseUrl(),
        e.addresses(),
        e.priority(),
        e.weight(),
        Optional.of(credential),
        e.origin(),
        e.adminState(),
        e.health());
  }

  public static Endpoint withHealth(Endpoint e, HealthState state) {
    return e.withHealth(new Health(state, NOON, "test"));
  }

  /** Two endpoints of gpt-4, one of each other. */
  public static List<Endpoint> endpoints() {
    return List.of(
        endpoint("gpt-4-primary", GPT, "127.0.1.1"),
        endpoint("gpt-4-secondary", GPT, "127.0.1.2"),
        endpoint("claude-3-primary", CLAUDE, "127.0.2.1"),
        endpoint("gpt-3.5-fast-1", FAST, "127.0.3.1"));
  }

  public static List<WorkloadClass> classes() {
    RoutingPolicy onlyFast =
        new RoutingPolicy(
            Set.of(FAST), Optional.empty(), Priority.LOW, Optional.empty(), Optional.empty());
    return List.of(
        new WorkloadClass("general", List.of(IpPrefix.parse("10.1.0.0/16")), RoutingPolicy.OPEN),
        new WorkloadClass("fast", List.of(IpPrefix.parse("10.2.0.0/16")), onlyFast));
  }

  public static RoutingTable table(List<Model> models, List<Endpoint> endpoints) {
    RoutingTable table =
        new RoutingTable(
            Zone.of(DomainName.parse("ai-workload.internal.")), InstantSource.fixed(NOON));
    table.apply(
        new CatalogueLoaded(
            new ModelCatalogue(models, endpoints, classes(), ScoringWeights.DEFAULT)));
    return table;
  }

  public static RoutingTable table() {
    return table(List.of(gpt(), claude(), fast()), endpoints());
  }

  public static JsonObject chat(String prompt) {
    return Json.createObjectBuilder()
        .add("model", "auto")
        .add(
            "messages",
            Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("role", "user").add("content", prompt)))
        .build();
  }

  public static RouteQuery query(String prompt) {
    return new Asking(prompt).query();
  }

  /** A query in the making. */
  public record Asking(
      String prompt,
      String sourceEid,
      Optional<Priority> priority,
      Optional<ModelId> preferred,
      boolean strict,
      boolean dryRun) {
    public Asking(String prompt) {
      this(prompt, "10.1.0.1", Optional.empty(), Optional.empty(), false, false);
    }

    public Asking from(String eid) {
      return new Asking(prompt, eid, priority, preferred, strict, dryRun);
    }

    public Asking with(Priority wanted) {
      return new Asking(prompt, sourceEid, Optional.of(wanted), preferred, strict, dryRun);
    }

    public Asking preferring(ModelId model, boolean only) {
      return new Asking(prompt, sourceEid, priority, Optional.of(model), only, dryRun);
    }

    public Asking dry() {
      return new Asking(prompt, sourceEid, priority, preferred, strict, true);
    }

    public RouteQuery query() {
      return new RouteQuery(
          "req-1",
          prompt,
          chat(prompt),
          Map.of("team", "tests"),
          priority,
          InetAddress.ofLiteral(sourceEid),
          preferred,
          strict,
          dryRun,
          Caller.ANONYMOUS,
          Face.ROUTE);
    }
  }
}
