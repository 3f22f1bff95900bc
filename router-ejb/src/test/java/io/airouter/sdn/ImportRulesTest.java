package io.airouter.sdn;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.dns.DomainName;
import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.LispAddress;
import io.airouter.lisp.Locator;
import io.airouter.lisp.NegativeAction;
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
import io.airouter.sdn.ImportRules.Moment;
import io.airouter.table.RouteChange.CatalogueLoaded;
import io.airouter.table.RouteChange.EndpointHealthChanged;
import io.airouter.table.RouteChange.EndpointPut;
import io.airouter.table.RoutingTable;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImportRulesTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Health PASSING = new Health(HealthState.PASSING, NOW, "");
  private static final Model MODEL =
      new Model(
          new ModelId("gpt-4"),
          "GPT-4",
          Dialect.OPENAI,
          "gpt-4",
          8192,
          4096,
          Price.perToken(BigDecimal.ZERO),
          Map.of(),
          ModelLimits.NONE,
          InetAddress.ofLiteral("10.100.0.1"),
          new RegistrationDefaults("http", 8080, "/v1"),
          true);

  private static Endpoint endpoint(String id, String address, Origin origin) {
    return new Endpoint(
        new EndpointId(id),
        MODEL.id(),
        URI.create("http://" + address + ":8080"),
        List.of(InetAddress.ofLiteral(address)),
        1,
        70,
        Optional.empty(),
        origin,
        AdminState.ACTIVE,
        PASSING);
  }

  private static ModelCatalogue catalogue(Endpoint... endpoints) {
    return new ModelCatalogue(
        List.of(MODEL), List.of(endpoints), List.of(), ScoringWeights.DEFAULT);
  }

  private static MappingRow registered(String eid, String... rlocs) {
    return new MappingRow(
        EidPrefix.parse(eid),
        1440,
        NegativeAction.NO_ACTION,
        Arrays.stream(rlocs)
            .map(LispAddress::parse)
            .map(a -> new RowLocator("x", Locator.unicast(1, 50, a)))
            .toList());
  }

  private static ImportPlan plan(
      ModelCatalogue catalogue, List<ImportedLocation> known, MappingRow... rows) {
    return ImportRules.plan(catalogue, List.of(rows), known, new Moment(NOW, false));
  }

  private static ImportedLocation seen(String id, Instant at) {
    return new ImportedLocation(new EndpointId(id), at, "1/50");
  }

  @Test
  void aRegistrationForAModelsEidBecomesAnEndpoint() {
    ImportPlan plan = plan(catalogue(), List.of(), registered("10.100.0.1/32", "192.0.2.9"));

    Endpoint made = plan.put().getFirst();
    assertThat(made.id()).hasToString("gpt-4-sdn-192-0-2-9");
    assertThat(made.baseUrl()).isEqualTo(URI.create("http://192.0.2.9:8080/v1"));
    assertThat(made.origin()).isEqualTo(Origin.IMPORTED);
    assertThat(plan.known()).containsExactly(seen("gpt-4-sdn-192-0-2-9", NOW));
  }

  @Test
  void otherEidsAndAddressesNobodyCanCallAreLeftOut() {
    ImportPlan plan =
        plan(
            catalogue(endpoint("gpt-4-primary", "192.0.2.1", Origin.CONFIGURED)),
            List.of(),
            registered("10.100.0.2/32", "192.0.2.9"),
            registered("10.100.0.0/24", "192.0.2.9"),
            registered("10.100.0.1/32", "192.0.2.1", "0.0.0.0", "224.0.0.1", "255.255.255.255"));

    assertThat(plan.put()).isEmpty();
  }

  @Test
  void whatSaysTheSameAgainLeavesAnOperatorsWeightAlone() {
    Endpoint imported = endpoint("gpt-4-sdn-192-0-2-9", "192.0.2.9", Origin.IMPORTED).withWeight(3);

    ImportPlan plan =
        plan(
            catalogue(imported),
            List.of(seen("gpt-4-sdn-192-0-2-9", NOW.minusSeconds(60))),
            registered("10.100.0.1/32", "192.0.2.9"));

    assertThat(plan.put()).isEmpty();
  }

  @Test
  void anEndpointGoesWhenItsRegistrationHasBeenGoneForAWhile() {
    Instant recently = NOW.minusSeconds(60);
    Instant longAgo = NOW.minus(ImportRules.GRACE).minusSeconds(1);

    assertThat(plan(catalogue(), List.of(seen("a", recently))).remove()).isEmpty();
    assertThat(plan(catalogue(), List.of(seen("a", longAgo))).remove())
        .containsExactly(new EndpointId("a"));
  }

  @Test
  void mostDoNotGoAtOnceUntilAnOperatorAsks() {
    Instant longAgo = NOW.minus(ImportRules.GRACE).minusSeconds(1);
    List<ImportedLocation> known = List.of(seen("a", longAgo), seen("b", longAgo), seen("c", NOW));

    ImportPlan held = plan(catalogue(), known);
    assertThat(held.remove()).isEmpty();
    assertThat(held.held()).contains("2 of 3");
    assertThat(held.known()).hasSize(3);

    ImportPlan pushed = ImportRules.plan(catalogue(), List.of(), known, new Moment(NOW, true));
    assertThat(pushed.remove()).hasSize(2);
  }

  @Test
  void desiredIsWhatLispAnswersWithoutWhatWasImported() {
    RoutingTable table =
        new RoutingTable(Zone.of(DomainName.parse("example.")), InstantSource.fixed(NOW));
    Endpoint own = endpoint("gpt-4-primary", "192.0.2.1", Origin.CONFIGURED);
    table.apply(new CatalogueLoaded(catalogue(own)));
    table.apply(new EndpointPut(endpoint("gpt-4-sdn-192-0-2-9", "192.0.2.9", Origin.IMPORTED)));

    MappingRow row = DesiredMappings.of(table.snapshot()).rows().getFirst().row();
    assertThat(row.text()).isEqualTo("ttl 1 min: 192.0.2.1 1/70 R (airouter-192-0-2-1)");
    assertThat(OwnershipMark.isOn(row)).isTrue();

    table.apply(new EndpointHealthChanged(own.id(), new Health(HealthState.CRITICAL, NOW, "gone")));
    assertThat(DesiredMappings.of(table.snapshot()).rows().getFirst().row().text())
        .isEqualTo("ttl 1 min: 192.0.2.1 255/0 R (airouter-192-0-2-1)");
  }

  @Test
  void aModelWithoutEndpointsOfItsOwnIsNotPublished() {
    RoutingTable table =
        new RoutingTable(Zone.of(DomainName.parse("example.")), InstantSource.fixed(NOW));
    table.apply(
        new CatalogueLoaded(
            catalogue(endpoint("gpt-4-sdn-192-0-2-9", "192.0.2.9", Origin.IMPORTED))));

    assertThat(DesiredMappings.of(table.snapshot()).rows()).isEmpty();
  }
}
