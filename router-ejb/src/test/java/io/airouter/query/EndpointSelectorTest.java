package io.airouter.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.model.HealthState;
import io.airouter.table.RoutingTable;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EndpointSelectorTest {
  private static final int DRAWS = 20_000;

  private final RoutingTable table = Fleet.table(List.of(), List.of());
  private final EndpointSelector selector =
      new EndpointSelector(table, new SplittableRandom(20261123));

  @Test
  void sharesFollowTheWeights() {
    List<Endpoint> endpoints = List.of(named("a", 10), named("b", 30), named("c", 60));
    assertThat(chiSquare(endpoints, new double[] {0.1, 0.3, 0.6})).isLessThan(13.8);
  }

  @Test
  void callsInFlightLowerTheShare() {
    table.load(new EndpointId("a")).began();
    List<Endpoint> endpoints = List.of(named("a", 50), named("b", 50));
    assertThat(chiSquare(endpoints, new double[] {1 / 3.0, 2 / 3.0})).isLessThan(10.8);
  }

  @Test
  void theLowerPriorityGoesFirstAndTheRestIsForFallingBack() {
    Endpoint backup = Fleet.withPriority(named("backup", 100), 2);
    for (int i = 0; i < 100; i++) {
      assertThat(ids(List.of(backup, named("a", 1), named("b", 1)))).hasSize(3).endsWith("backup");
    }
  }

  @Test
  void weightZeroComesAfterAllOthers() {
    Endpoint backup = Fleet.withPriority(named("backup", 1), 9);
    assertThat(ids(List.of(named("parked", 0), backup))).containsExactly("backup", "parked");
    assertThat(ids(List.of(named("parked", 0)))).containsExactly("parked");
  }

  @Test
  void whatDoesNotServeIsNotOffered() {
    Endpoint dead = Fleet.withHealth(named("dead", 50), HealthState.CRITICAL);
    Endpoint unknown = Fleet.withHealth(named("new", 50), HealthState.UNKNOWN);
    Endpoint unusable = Fleet.withPriority(named("unusable", 50), Endpoint.UNUSABLE_PRIORITY);
    assertThat(ids(List.of(dead, unknown, unusable))).isEmpty();
  }

  /** Against the 0.1 % quantile of the test's degrees of freedom; the generator is seeded. */
  private double chiSquare(List<Endpoint> endpoints, double[] shares) {
    int[] firsts = new int[shares.length];
    for (int i = 0; i < DRAWS; i++) {
      firsts[endpoints.indexOf(selector.order(endpoints).getFirst())]++;
    }
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      double expected = DRAWS * shares[i];
      sum += (firsts[i] - expected) * (firsts[i] - expected) / expected;
    }
    return sum;
  }

  private List<String> ids(List<Endpoint> endpoints) {
    return selector.order(endpoints).stream().map(e -> e.id().value()).toList();
  }

  private static Endpoint named(String id, int weight) {
    return Fleet.endpoint(id, Fleet.GPT, "127.0.0.1").withWeight(weight);
  }
}
