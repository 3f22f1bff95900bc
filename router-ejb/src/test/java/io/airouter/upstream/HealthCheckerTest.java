package io.airouter.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.LispAddress;
import io.airouter.lisp.Locator;
import io.airouter.mapping.Mapping;
import io.airouter.mapping.MappingOrigin;
import io.airouter.model.AdminState;
import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.model.Health;
import io.airouter.model.HealthState;
import io.airouter.model.HealthThresholds;
import io.airouter.query.Fleet;
import io.airouter.table.RouteChange.CatalogueLoaded;
import io.airouter.table.RouteChange.EndpointAdminStateSet;
import io.airouter.table.RouteChange.EndpointPut;
import io.airouter.table.RouteChange.EndpointRemoved;
import io.airouter.table.RouteChange.MappingRegistered;
import io.airouter.table.RoutingTable;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HealthCheckerTest {
  private static final EndpointId ID = new EndpointId("gpt-4-primary");
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  private final ManualTimer timer = new ManualTimer();
  private final Set<EndpointId> broken = new HashSet<>();
  private final List<EndpointId> checked = new ArrayList<>();
  private final RoutingTable table = Fleet.table(List.of(Fleet.gpt()), List.of(fresh("127.0.1.1")));
  private final HealthChecker checker =
      new HealthChecker(
          table,
          new EndpointWatch.Surroundings(
              new HealthCheckSettings(
                  INTERVAL, Duration.ofSeconds(1), new HealthThresholds(2, 3), "/health"),
              this::check,
              timer,
              InstantSource.fixed(Fleet.NOON),
              new SplittableRandom(7)));

  @Test
  void aNewcomerPassesWithItsFirstGoodCheck() {
    checker.start();
    assertThat(state()).isEqualTo(HealthState.UNKNOWN);
    timer.runNext();
    assertThat(state()).isEqualTo(HealthState.PASSING);
    assertThat(table.snapshot().catalogue().endpoint(ID).orElseThrow().health().since())
        .isEqualTo(Fleet.NOON);
  }

  @Test
  void threeFailuresTakeAnEndpointOutAndTwoSuccessesBringItBack() {
    checker.start();
    timer.runNext();
    broken.add(ID);
    timer.runNext();
    timer.runNext();
    assertThat(state()).isEqualTo(HealthState.PASSING);
    timer.runNext();
    assertThat(state()).isEqualTo(HealthState.CRITICAL);
    broken.clear();
    timer.runNext();
    assertThat(state()).isEqualTo(HealthState.CRITICAL);
    timer.runNext();
    assertThat(state()).isEqualTo(HealthState.PASSING);
  }

  @Test
  void firstChecksComeSoonAndTheOthersAnIntervalLaterWithinATenth() {
    checker.start();
    assertThat(timer.orders.getFirst().delay()).isLessThanOrEqualTo(INTERVAL.dividedBy(10));
    for (int i = 0; i < 50; i++) {
      timer.runNext();
      assertThat(timer.orders.getFirst().delay())
          .isBetween(Duration.ofSeconds(9), Duration.ofSeconds(11));
    }
  }

  @Test
  void anUnchangedVerdictMakesNoNewVersion() {
    checker.start();
    timer.runNext();
    long version = table.snapshot().version();
    timer.runNext();
    timer.runNext();
    assertThat(table.snapshot().version()).isEqualTo(version);
  }

  @Test
  void checksStopWithTheirEndpoint() {
    checker.start();
    table.apply(new EndpointRemoved(ID));
    assertThat(checker.watched()).isEmpty();
    assertThat(timer.orders).isEmpty();
  }

  @Test
  void maintenanceIsNotCheckedAndItsEndIs() {
    checker.start();
    table.apply(new EndpointAdminStateSet(ID, AdminState.MAINTENANCE));
    assertThat(timer.orders).isEmpty();
    table.apply(new EndpointAdminStateSet(ID, AdminState.ACTIVE));
    timer.runNext();
    assertThat(checked).containsExactly(ID);
  }

  @Test
  void aRegisteredEndpointIsPickedUp() {
    checker.start();
    timer.runNext();
    Locator locator = Locator.unicast(1, 50, LispAddress.of(InetAddress.ofLiteral("127.0.1.9")));
    table.apply(
        new MappingRegistered(
            new Mapping(
                EidPrefix.parse("10.100.0.1"),
                List.of(locator),
                MappingOrigin.REGISTERED,
                1,
                Fleet.NOON)));
    EndpointId registered = EndpointId.registered(Fleet.GPT, InetAddress.ofLiteral("127.0.1.9"));
    assertThat(checker.watched()).contains(registered);
    timer.runNext();
    timer.runNext();
    assertThat(table.snapshot().catalogue().endpoint(registered).orElseThrow().isServing())
        .isTrue();
  }

  @Test
  void anEndpointThatMovedIsCheckedAnew() {
    checker.start();
    timer.runNext();
    table.apply(new EndpointPut(fresh("127.0.1.77")));
    assertThat(timer.orders).hasSize(1);
    timer.runNext();
    assertThat(state()).isEqualTo(HealthState.PASSING);
    assertThat(checked).hasSize(2);
  }

  @Test
  void anEditThatLeavesTheUrlKeepsTheVerdict() {
    checker.start();
    timer.runNext();
    table.apply(new EndpointPut(fresh("127.0.1.1").withWeight(7)));
    assertThat(state()).isEqualTo(HealthState.PASSING);
    assertThat(timer.orders).hasSize(1);
  }

  @Test
  void aVerdictThatANewCatalogueForgotIsToldAgain() {
    checker.start();
    timer.runNext();
    table.apply(new CatalogueLoaded(table.snapshot().catalogue().with(fresh("127.0.1.1"))));
    assertThat(state()).isEqualTo(HealthState.UNKNOWN);
    timer.runNext();
    assertThat(state()).isEqualTo(HealthState.PASSING);
  }

  @Test
  void aHostNameIsResolvedOffTheHotPath() {
    table.apply(
        new EndpointPut(
            Fleet.endpointAt("gpt-4-named", Fleet.GPT, URI.create("http://127.0.1.8:1"))
                .withAddresses(List.of())));
    checker.start();
    timer.runNext();
    timer.runNext();
    assertThat(
            table
                .snapshot()
                .catalogue()
                .endpoint(new EndpointId("gpt-4-named"))
                .orElseThrow()
                .addresses())
        .containsExactly(InetAddress.ofLiteral("127.0.1.8"));
  }

  @Test
  void aBrokenCheckDoesNotEndTheChecks() {
    checker.start();
    broken.add(new EndpointId("bug"));
    timer.runNext();
    assertThat(timer.orders).hasSize(1);
  }

  @Test
  void afterCloseNothingIsChecked() {
    checker.start();
    checker.close();
    table.apply(new EndpointPut(fresh("127.0.1.50")));
    assertThat(timer.orders).isEmpty();
  }

  private CheckResult check(Endpoint endpoint) {
    checked.add(endpoint.id());
    if (broken.contains(new EndpointId("bug"))) {
      throw new IllegalStateException("a bug in a check");
    }
    return new CheckResult(!broken.contains(endpoint.id()), "as told");
  }

  private HealthState state() {
    return table.snapshot().catalogue().endpoint(ID).orElseThrow().health().state();
  }

  private static Endpoint fresh(String address) {
    return Fleet.endpoint(ID.value(), Fleet.GPT, address).withHealth(Health.UNKNOWN);
  }

  /** Runs what was ordered, the oldest first, when the test says so. */
  private static final class ManualTimer implements CheckTimer {
    private final List<Order> orders = new ArrayList<>();

    private record Order(Duration delay, Runnable task) {}

    @Override
    public Cancellation after(Duration delay, Runnable task) {
      Order order = new Order(delay, task);
      orders.add(order);
      return () -> orders.removeIf(order::equals);
    }

    void runNext() {
      orders.removeFirst().task().run();
    }
  }
}
