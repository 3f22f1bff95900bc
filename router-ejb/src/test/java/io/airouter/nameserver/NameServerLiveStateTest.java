package io.airouter.nameserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.dns.DnsQuery;
import io.airouter.dns.DnsResponse;
import io.airouter.dns.DomainName;
import io.airouter.dns.Question;
import io.airouter.dns.RecordClass;
import io.airouter.dns.RecordData;
import io.airouter.dns.RecordType;
import io.airouter.model.AdminState;
import io.airouter.model.EndpointId;
import io.airouter.model.Health;
import io.airouter.model.HealthState;
import io.airouter.query.Fleet;
import io.airouter.table.RouteChange;
import io.airouter.table.RoutingTable;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one change of the routing table does to the next answer. */
class NameServerLiveStateTest {
  private static final EndpointId PRIMARY = new EndpointId("gpt-4-primary");
  private static final EndpointId SECONDARY = new EndpointId("gpt-4-secondary");

  private final RoutingTable table =
      new RoutingTable(Zones.ZONE, InstantSource.fixed(Instant.EPOCH));
  private final NameServer nameServer =
      new NameServer(table::snapshot, NameServerSettings.LOOPBACK, new Random(1));

  @BeforeEach
  void twoEndpointsServe() {
    table.apply(new RouteChange.ModelPut(Fleet.gpt()));
    table.apply(
        new RouteChange.EndpointPut(Fleet.endpoint(PRIMARY.value(), Fleet.GPT, "127.0.1.1")));
    table.apply(
        new RouteChange.EndpointPut(Fleet.endpoint(SECONDARY.value(), Fleet.GPT, "127.0.1.2")));
  }

  @Test
  void aWeightOfZeroTakesTheAddressOutAndShowsInSrv() {
    assertThat(addresses()).containsExactlyInAnyOrder("127.0.1.1", "127.0.1.2");

    table.apply(new RouteChange.EndpointWeightSet(PRIMARY, 0));

    assertThat(addresses()).containsExactly("127.0.1.2");
    assertThat(ask("_http._tcp.gpt-4", RecordType.SRV).answers().getFirst().records())
        .extracting("weight")
        .containsExactly(50, 0);
  }

  @Test
  void aFailedEndpointLeavesAndReturns() {
    table.apply(new RouteChange.EndpointHealthChanged(PRIMARY, health(HealthState.CRITICAL)));
    assertThat(addresses()).containsExactly("127.0.1.2");
    assertThat(ask("gpt-4-primary.ep", RecordType.A).answers()).isEmpty();

    table.apply(new RouteChange.EndpointHealthChanged(PRIMARY, health(HealthState.WARNING)));
    assertThat(addresses()).containsExactlyInAnyOrder("127.0.1.1", "127.0.1.2");
  }

  @Test
  void withoutAnyServingEndpointTheNameStays() {
    table.apply(new RouteChange.EndpointAdminStateSet(PRIMARY, AdminState.DRAINING));
    table.apply(new RouteChange.EndpointHealthChanged(SECONDARY, health(HealthState.CRITICAL)));

    DnsResponse response = ask("gpt-4", RecordType.A);
    assertThat(response.rcode()).hasToString("NOERROR");
    assertThat(response.answers()).isEmpty();
    assertThat(response.authority()).hasSize(1);
  }

  @Test
  void theSerialGrowsWithTheZoneAndOnlyWithIt() {
    long before = serial();
    table.apply(
        new RouteChange.EndpointPut(Fleet.endpoint(PRIMARY.value(), Fleet.GPT, "127.0.1.1")));
    table.apply(new RouteChange.EndpointHealthChanged(PRIMARY, health(HealthState.WARNING)));
    assertThat(serial()).isEqualTo(before);

    table.apply(new RouteChange.EndpointWeightSet(PRIMARY, 1));
    assertThat(serial()).isGreaterThan(before);
  }

  private List<String> addresses() {
    return ask("gpt-4", RecordType.A).answers().stream()
        .flatMap(set -> set.records().stream())
        .map(record -> ((RecordData.A) record).address().getHostAddress())
        .toList();
  }

  private long serial() {
    RecordData soa = ask("@", RecordType.SOA).answers().getFirst().records().getFirst();
    return ((RecordData.SOA) soa).serial();
  }

  private DnsResponse ask(String name, RecordType type) {
    DomainName apex = Zones.ZONE.apex();
    DomainName asked = name.equals("@") ? apex : apex.descendant(name);
    return nameServer.answer(DnsQuery.of(1, new Question(asked, type, RecordClass.IN)));
  }

  private static Health health(HealthState state) {
    return new Health(state, Instant.EPOCH, "test");
  }
}
