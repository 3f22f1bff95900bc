package io.airouter.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.dns.DomainName;
import io.airouter.model.AdminState;
import io.airouter.model.Dialect;
import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.model.Health;
import io.airouter.model.HealthState;
import io.airouter.model.Model;
import io.airouter.model.ModelCatalogue;
import io.airouter.model.ModelId;
import io.airouter.model.ModelLimits;
import io.airouter.model.Origin;
import io.airouter.model.Price;
import io.airouter.model.RegistrationDefaults;
import io.airouter.model.ScoringWeights;
import io.airouter.naming.Zone;
import io.airouter.table.RouteChange.EndpointHealthChanged;
import io.airouter.table.RoutingTable;
import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogueCopyTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
  private static final Health PASSING = new Health(HealthState.PASSING, NOW, "answers");
  private static final Model SMALL = model("small", "10.100.0.1");
  private static final Model LARGE = model("large", "10.100.0.2");
  private static final Endpoint NODE = endpoint("node", SMALL);

  private final RoutingTable table =
      new RoutingTable(Zone.of(DomainName.parse("test.internal")), InstantSource.fixed(NOW));
  private final CatalogueInMemory kept = new CatalogueInMemory();
  private final CatalogueCopy copy = new CatalogueCopy(table, kept);

  @Test
  void modelsAndEndpointsComeAndGo() {
    reload(List.of(SMALL, LARGE), List.of(NODE));
    assertThat(shown().models()).containsExactlyInAnyOrder(SMALL, LARGE);
    assertThat(shown().endpoint(NODE.id())).isPresent();
    reload(List.of(LARGE), List.of());
    assertThat(shown().models()).containsExactly(LARGE);
    assertThat(shown().endpoints()).isEmpty();
  }

  @Test
  void anEditOfAnEndpointKeepsItsHealth() {
    reload(List.of(SMALL), List.of(NODE));
    table.apply(new EndpointHealthChanged(NODE.id(), PASSING));
    reload(List.of(SMALL), List.of(NODE.withWeight(7).withAdminState(AdminState.DRAINING)));
    Endpoint endpoint = shown().endpoint(NODE.id()).orElseThrow();
    assertThat(endpoint.weight()).isEqualTo(7);
    assertThat(endpoint.adminState()).isEqualTo(AdminState.DRAINING);
    assertThat(endpoint.health()).isEqualTo(PASSING);
  }

  @Test
  void whatIsShownAlreadyChangesNothing() {
    reload(List.of(SMALL), List.of(NODE));
    table.apply(new EndpointHealthChanged(NODE.id(), PASSING));
    long version = table.snapshot().version();
    reload(List.of(SMALL), List.of(NODE));
    assertThat(table.snapshot().version()).isEqualTo(version);
  }

  @Test
  void modelsMayExchangeTheirEids() {
    reload(List.of(SMALL, LARGE), List.of(NODE));
    table.apply(new EndpointHealthChanged(NODE.id(), PASSING));
    Model small = SMALL.withServiceEid(LARGE.serviceEid());
    reload(List.of(small, LARGE.withServiceEid(SMALL.serviceEid())), List.of(NODE));
    assertThat(shown().modelOf(LARGE.serviceEid())).contains(small);
    assertThat(shown().endpoint(NODE.id()).orElseThrow().health()).isEqualTo(PASSING);
  }

  @Test
  void thePolicyFollows() {
    ScoringWeights weights = new ScoringWeights(0.1, 0.2, 0.3, 0.4);
    kept.keep(new ModelCatalogue(List.of(SMALL), List.of(), List.of(), weights));
    copy.reload();
    assertThat(shown().weights()).isEqualTo(weights);
  }

  private void reload(List<Model> models, List<Endpoint> endpoints) {
    kept.keep(new ModelCatalogue(models, endpoints, List.of(), ScoringWeights.DEFAULT));
    copy.reload();
  }

  private ModelCatalogue shown() {
    return table.snapshot().catalogue();
  }

  private static Endpoint endpoint(String id, Model model) {
    return new Endpoint(
        new EndpointId(id),
        model.id(),
        URI.create("http://127.0.1.1:18080"),
        List.of(),
        1,
        50,
        Optional.empty(),
        Origin.CONFIGURED,
        AdminState.ACTIVE,
        Health.UNKNOWN);
  }

  private static Model model(String id, String eid) {
    return new Model(
        new ModelId(id),
        id,
        Dialect.OPENAI,
        id,
        8192,
        4096,
        Price.FREE,
        Map.of(),
        ModelLimits.NONE,
        InetAddress.ofLiteral(eid),
        new RegistrationDefaults("http", 18080, "/v1"),
        true);
  }
}
