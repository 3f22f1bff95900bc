package io.airouter.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.dns.DomainName;
import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.LispAddress;
import io.airouter.lisp.Locator;
import io.airouter.mapping.Mapping;
import io.airouter.mapping.MappingOrigin;
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
import io.airouter.table.RouteChange.CatalogueLoaded;
import io.airouter.table.RouteChange.EndpointHealthChanged;
import io.airouter.table.RouteChange.EndpointWeightSet;
import io.airouter.table.RouteChange.MappingRegistered;
import io.airouter.table.RouteChange.MappingWithdrawn;
import io.airouter.table.RouteChange.ModelRemoved;
import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegisteredEndpointsTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
  private static final Health PASSING = new Health(HealthState.PASSING, NOW, "answers");
  private static final EidPrefix SERVICE_EID = EidPrefix.parse("10.100.0.1/32");
  private static final EidPrefix NAME = EidPrefix.parse("name:model/gpt-4");
  private static final ModelId GPT_4 = new ModelId("gpt-4");

  private final RoutingTable table =
      new RoutingTable(Zone.of(DomainName.parse("test.internal")), InstantSource.fixed(NOW));

  @BeforeEach
  void loadCatalogue() {
    table.apply(new CatalogueLoaded(catalogue()));
  }

  @Test
  void aRegisteredLocatorBecomesAnEndpointThatServesOnceItsHealthIsKnown() {
    register(SERVICE_EID, locator("127.0.9.1", 50));
    Endpoint endpoint = endpoint("gpt-4-at-127-0-9-1").orElseThrow();
    assertThat(endpoint.baseUrl()).isEqualTo(URI.create("http://127.0.9.1:18080/v1"));
    assertThat(endpoint.health()).isEqualTo(Health.UNKNOWN);
    assertThat(locators(SERVICE_EID)).containsExactly("127.0.1.1");

    table.apply(new EndpointHealthChanged(endpoint.id(), PASSING));
    assertThat(locators(SERVICE_EID)).containsExactly("127.0.1.1", "127.0.9.1");
    assertThat(locators(NAME)).containsExactly("127.0.1.1", "127.0.9.1");
  }

  @Test
  void aLocatorThatIsNoHostsAddressBecomesNoEndpoint() {
    register(
        SERVICE_EID,
        locator("0.0.0.0", 50),
        locator("224.0.0.5", 50),
        locator("255.255.255.255", 50),
        locator("ff02::1", 50));

    assertThat(registered()).isEmpty();
  }

  @Test
  void registrationsOfBothEidsOfAModelStandSideBySide() {
    register(SERVICE_EID, locator("127.0.9.1", 50));
    register(NAME, locator("127.0.9.2", 50));
    assertThat(registered()).containsExactly("gpt-4-at-127-0-9-1", "gpt-4-at-127-0-9-2");

    table.apply(new MappingWithdrawn(SERVICE_EID));
    assertThat(registered()).containsExactly("gpt-4-at-127-0-9-2");
  }

  @Test
  void anEndpointUnderBothEidsStaysUntilBothAreWithdrawn() {
    register(SERVICE_EID, locator("127.0.9.1", 50));
    register(NAME, locator("127.0.9.1", 50));
    table.apply(new MappingWithdrawn(SERVICE_EID));
    assertThat(registered()).containsExactly("gpt-4-at-127-0-9-1");
    table.apply(new MappingWithdrawn(NAME));
    assertThat(registered()).isEmpty();
  }

  @Test
  void aLocatorOfAConfiguredEndpointLeavesThatOneAsItIs() {
    table.apply(new EndpointWeightSet(new EndpointId("gpt-4-primary"), 7));
    register(SERVICE_EID, locator("127.0.1.1", 90));
    assertThat(registered()).isEmpty();
    assertThat(endpoint("gpt-4-primary").orElseThrow().weight()).isEqualTo(7);
  }

  @Test
  void anOperatorsWeightStaysUntilTheXtrSaysAnother() {
    register(SERVICE_EID, locator("127.0.9.1", 50));
    EndpointId id = new EndpointId("gpt-4-at-127-0-9-1");
    table.apply(new EndpointWeightSet(id, 3));
    register(SERVICE_EID, locator("127.0.9.1", 50), locator("127.0.9.2", 50));
    assertThat(endpoint(id.value()).orElseThrow().weight()).isEqualTo(3);
    register(SERVICE_EID, locator("127.0.9.1", 60));
    assertThat(endpoint(id.value()).orElseThrow().weight()).isEqualTo(60);
  }

  @Test
  void registeringTheSameAgainChangesNothing() {
    register(SERVICE_EID, locator("127.0.9.1", 50));
    Snapshot before = table.snapshot();
    register(SERVICE_EID, locator("127.0.9.1", 50));
    assertThat(table.snapshot()).isSameAs(before);
  }

  @Test
  void whatIsRegisteredOutlivesANewCatalogue() {
    register(SERVICE_EID, locator("127.0.9.1", 50));
    register(EidPrefix.parse("10.7.0.0/16"), locator("127.0.9.9", 1));
    table.apply(new EndpointHealthChanged(new EndpointId("gpt-4-at-127-0-9-1"), PASSING));
    table.apply(new CatalogueLoaded(catalogue()));
    assertThat(locators(SERVICE_EID)).containsExactly("127.0.1.1", "127.0.9.1");
    assertThat(locators(EidPrefix.parse("10.7.0.0/16"))).containsExactly("127.0.9.9");
  }

  @Test
  void aRegistrationStandsForItselfWhenItsModelLeaves() {
    register(SERVICE_EID, locator("127.0.9.1", 50));
    table.apply(new ModelRemoved(GPT_4));
    assertThat(table.snapshot().mappings().exact(SERVICE_EID).map(Mapping::origin))
        .contains(MappingOrigin.REGISTERED);
    table.apply(new MappingWithdrawn(SERVICE_EID));
    assertThat(table.snapshot().mappings().size()).isZero();
  }

  private void register(EidPrefix eid, Locator... locators) {
    table.apply(
        new MappingRegistered(
            new Mapping(eid, List.of(locators), MappingOrigin.REGISTERED, 3, NOW)));
  }

  private List<String> registered() {
    return table.snapshot().catalogue().endpointsOf(GPT_4).stream()
        .filter(e -> e.origin() == Origin.REGISTERED)
        .map(e -> e.id().value())
        .toList();
  }

  private Optional<Endpoint> endpoint(String id) {
    return table.snapshot().catalogue().endpoint(new EndpointId(id));
  }

  private List<String> locators(EidPrefix eid) {
    return Stream.of(table.snapshot().mappings().exact(eid).orElseThrow())
        .flatMap(m -> m.locators().stream())
        .map(l -> l.rloc().toString())
        .toList();
  }

  private static Locator locator(String rloc, int weight) {
    return Locator.unicast(1, weight, LispAddress.parse(rloc));
  }

  private static ModelCatalogue catalogue() {
    Endpoint primary =
        new Endpoint(
            new EndpointId("gpt-4-primary"),
            GPT_4,
            URI.create("http://127.0.1.1:18080/v1"),
            List.of(InetAddress.ofLiteral("127.0.1.1")),
            1,
            50,
            Optional.empty(),
            Origin.CONFIGURED,
            AdminState.ACTIVE,
            PASSING);
    Model model =
        new Model(
            GPT_4,
            "GPT-4",
            Dialect.OPENAI,
            "gpt-4",
            8192,
            4096,
            Price.FREE,
            Map.of(),
            ModelLimits.NONE,
            InetAddress.ofLiteral("10.100.0.1"),
            new RegistrationDefaults("http", 18080, "/v1"),
            true);
    return new ModelCatalogue(List.of(model), List.of(primary), List.of(), ScoringWeights.DEFAULT);
  }
}
