package io.airouter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JpaCatalogueStoreTest {
  private static final Model GPT_4 = model("gpt-4", "10.100.0.1");
  private static final Endpoint PRIMARY = endpoint("gpt-4-primary", "http://127.0.1.1:18080");
  private static final WorkloadClass GENERAL =
      new WorkloadClass("general", prefixes("10.1.0.0/16"), RoutingPolicy.OPEN);
  private static final WorkloadClass FAST =
      new WorkloadClass(
          "fast",
          prefixes("10.2.0.0/16", "2001:db8::/32"),
          new RoutingPolicy(
              Set.of(GPT_4.id()),
              Optional.of(new ScoringWeights(0.1, 0.2, 0.3, 0.4)),
              Priority.HIGH,
              Optional.of(new BigDecimal("0.0125")),
              Optional.of(Duration.ofMillis(1500))));

  @BeforeEach
  void empty() {
    TestDatabase.execute("TRUNCATE model, endpoint, workload_class, policy CASCADE");
  }

  @Test
  void anEmptyDatabaseIsAnEmptyCatalogue() {
    ModelCatalogue catalogue = load();

    assertThat(catalogue.models()).isEmpty();
    assertThat(catalogue.endpoints()).isEmpty();
    assertThat(catalogue.classes()).isEmpty();
    assertThat(catalogue.weights()).isEqualTo(ScoringWeights.DEFAULT);
  }

  @Test
  void whatWasSavedIsLoadedAgain() {
    ScoringWeights weights = new ScoringWeights(0.25, 0.25, 0.25, 0.25);
    change(
        store -> {
          store.save(GPT_4);
          store.save(PRIMARY);
          store.savePolicy(List.of(GENERAL, FAST), weights);
        });

    ModelCatalogue catalogue = load();

    assertThat(catalogue.models()).containsExactly(GPT_4);
    assertThat(catalogue.endpoints()).containsExactly(PRIMARY);
    assertThat(catalogue.classes()).containsExactly(GENERAL, FAST);
    assertThat(catalogue.weights()).isEqualTo(weights);
  }

  @Test
  void savingAgainReplaces() {
    change(store -> store.save(GPT_4));
    Model changed =
        new Model(
            GPT_4.id(),
            "GPT-4 (new)",
            Dialect.ANTHROPIC,
            "other",
            1_000,
            500,
            Price.FREE,
            Map.of(QueryType.TRANSLATION, Capability.POOR),
            ModelLimits.NONE,
            InetAddress.ofLiteral("2001:db8::1"),
            new RegistrationDefaults("https", 443, "/base"),
            false);

    change(store -> store.save(changed));

    assertThat(load().models()).containsExactly(changed);
  }

  @Test
  void anEndpointKeepsItsWeightAndStateButNotItsHealth() {
    change(store -> store.save(GPT_4));
    Endpoint drained =
        PRIMARY
            .withWeight(7)
            .withAdminState(AdminState.DRAINING)
            .withHealth(new Health(HealthState.CRITICAL, Instant.EPOCH, "refused"));

    change(store -> store.save(drained));

    assertThat(load().endpoints()).containsExactly(drained.withHealth(Health.UNKNOWN));
  }

  @Test
  void anEndpointOfAHostNameWaitsToBeResolved() {
    change(store -> store.save(GPT_4));
    Endpoint named = endpoint("named", "https://gpu.example.org/v1");

    change(store -> store.save(named.withAddresses(List.of(InetAddress.ofLiteral("10.9.9.9")))));

    assertThat(load().endpoints()).containsExactly(named.withAddresses(List.of()));
  }

  @Test
  void aRegisteredEndpointIsNotKept() {
    change(store -> store.save(GPT_4));
    Endpoint registered =
        new Endpoint(
            new EndpointId("r"),
            GPT_4.id(),
            PRIMARY.baseUrl(),
            PRIMARY.addresses(),
            1,
            50,
            Optional.empty(),
            Origin.REGISTERED,
            AdminState.ACTIVE,
            Health.UNKNOWN);

    change(store -> store.save(registered));

    assertThat(load().endpoints()).isEmpty();
  }

  @Test
  void removingAModelRemovesItsEndpoints() {
    Model other = model("llama", "10.100.0.4");
    change(
        store -> {
          store.save(GPT_4);
          store.save(PRIMARY);
          store.save(other);
        });

    change(store -> store.remove(GPT_4.id()));

    assertThat(load().models()).containsExactly(other);
    assertThat(load().endpoints()).isEmpty();
  }

  @Test
  void removingWhatIsNotThereDoesNothing() {
    change(
        store -> {
          store.remove(new ModelId("ghost"));
          store.remove(new EndpointId("ghost"));
        });

    assertThat(load().models()).isEmpty();
  }

  @Test
  void oneEditMovesAPrefixBetweenClassesAndDropsAClass() {
    change(store -> store.savePolicy(List.of(GENERAL, FAST), ScoringWeights.DEFAULT));
    WorkloadClass fast = new WorkloadClass("fast", GENERAL.sources(), RoutingPolicy.OPEN);
    WorkloadClass third = new WorkloadClass("third", FAST.sources(), RoutingPolicy.OPEN);

    change(store -> store.savePolicy(List.of(third, fast), ScoringWeights.DEFAULT));

    assertThat(load().classes()).containsExactly(third, fast);
  }

  @Test
  void anEndpointOfAnUnknownModelIsRefused() {
    assertThatThrownBy(() -> change(store -> store.save(PRIMARY)))
        .hasStackTraceContaining("endpoint_model_id_fkey");
  }

  private static void change(Consumer<JpaCatalogueStore> work) {
    TestDatabase.inTransaction(
        entities -> {
          work.accept(new JpaCatalogueStore(entities));
          return Optional.empty();
        });
  }

  private static ModelCatalogue load() {
    return TestDatabase.inTransaction(entities -> new JpaCatalogueStore(entities).load());
  }

  private static Model model(String id, String eid) {
    return new Model(
        new ModelId(id),
        "Model " + id,
        Dialect.OPENAI,
        id + "-0613",
        8_192,
        4_096,
        new Price(new BigDecimal("30"), new BigDecimal("60.00"), new BigDecimal("7.5")),
        Map.of(
            QueryType.COMPLEX_REASONING, Capability.EXCELLENT,
            QueryType.SIMPLE_QA, Capability.GOOD),
        new ModelLimits(60, ModelLimits.UNLIMITED),
        InetAddress.ofLiteral(eid),
        new RegistrationDefaults("http", 18_080, ""),
        true);
  }

  private static Endpoint endpoint(String id, String url) {
    URI base = URI.create(url);
    boolean literal = base.getHost().startsWith("127.");
    return new Endpoint(
        new EndpointId(id),
        GPT_4.id(),
        base,
        literal ? List.of(InetAddress.ofLiteral(base.getHost())) : List.of(),
        1,
        50,
        Optional.of("openai"),
        Origin.CONFIGURED,
        AdminState.ACTIVE,
        Health.UNKNOWN);
  }

  private static List<IpPrefix> prefixes(String... texts) {
    return List.of(texts).stream().map(IpPrefix::parse).toList();
  }
}
