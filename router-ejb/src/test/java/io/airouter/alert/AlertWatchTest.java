package io.airouter.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.access.AuditEntry;
import io.airouter.history.DatabaseProbe;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The watch and its keeper together, on a database that comes and goes. */
class AlertWatchTest {
  private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
  private static final Acknowledgement ALICE = new Acknowledgement("alice", START, "on it");

  private final Kept kept = new Kept();
  private final List<String> told = new ArrayList<>();
  private boolean up = true;
  private double cpu = 10;
  private Instant now = START;
  private final AlertWatch watch =
      new AlertWatch(
          new AlertEngine("node-1", UUID::randomUUID),
          () -> new Readings(Map.of(Metric.CPU_PERCENT, Map.of(Readings.NODE, cpu))),
          alert -> told.add(alert.state().word()),
          () -> now);
  private final AlertKeeper keeper = keeper(watch);

  private AlertKeeper keeper(AlertWatch watched) {
    return new AlertKeeper(
        watched,
        new AlertKeeper.Stores(kept, kept, kept, () -> new DatabaseProbe.Verdict(up, "")),
        new AlertKeeper.Terms("node-1", new DeliveryLog(), Duration.ofDays(30)),
        () -> now);
  }

  /** The stores in memory. */
  private static final class Kept implements RuleStore, AlertStore, DeliveryStore {
    private final Map<UUID, Alert> alerts = new LinkedHashMap<>();
    private List<KeptRule> rules =
        List.of(new KeptRule(Rules.cpuAbove(80, Duration.ZERO), 1, START, "test"));

    @Override
    public List<KeptRule> rules() {
      return rules;
    }

    @Override
    public Optional<KeptRule> rule(String id) {
      return rules.stream().filter(kept -> kept.rule().id().equals(id)).findFirst();
    }

    @Override
    public boolean add(KeptRule rule, AuditEntry audit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean replace(KeptRule rule, long version, AuditEntry audit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean remove(String id, long version, AuditEntry audit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Alert> open() {
      return alerts.values().stream().filter(alert -> alert.state().isOpen()).toList();
    }

    @Override
    public Optional<Alert> alert(UUID id) {
      return Optional.ofNullable(alerts.get(id));
    }

    @Override
    public List<Alert> alerts(AlertFilter filter) {
      return List.copyOf(alerts.values());
    }

    @Override
    public void save(Alert alert, Instant at) {
      alerts.put(alert.id(), alert);
    }

    @Override
    public boolean acknowledge(UUID id, Acknowledgement by, AuditEntry audit) {
      return alerts.computeIfPresent(id, (key, alert) -> alert.acknowledged(by)) != null;
    }

    @Override
    public int endForsaken(Instant silent, Instant at) {
      return 0;
    }

    @Override
    public void forget(Instant before) {
      // These tests are shorter than any retention.
    }

    @Override
    public void save(Delivery delivery) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Delivery> deliveries(Optional<UUID> alert, int limit) {
      return List.of();
    }
  }

  private void turn(double reading) {
    cpu = reading;
    watch.evaluate();
    now = now.plusSeconds(5);
  }

  @Test
  void nothingIsJudgedBeforeTheRulesWereRead() {
    turn(99);
    assertThat(watch.open()).isEmpty();
    keeper.keep();
    turn(99);
    assertThat(watch.open()).hasSize(1);
  }

  @Test
  void whatFiresIsToldAndKept() {
    keeper.keep();
    turn(99);
    turn(10);
    keeper.keep();
    assertThat(told).containsExactly("firing", "resolved");
    assertThat(kept.alerts.values()).extracting(Alert::state).containsExactly(AlertState.RESOLVED);
  }

  @Test
  void withTheDatabaseAwayRulesAreWatchedOnAndTheRestIsMadeUpLater() {
    keeper.keep();
    up = false;
    turn(99);
    keeper.keep();
    assertThat(told).containsExactly("firing");
    assertThat(kept.alerts).isEmpty();
    assertThat(keeper.board()).extracting(Alert::state).containsExactly(AlertState.FIRING);
    turn(10);
    turn(99);
    up = true;
    keeper.keep();
    assertThat(kept.alerts.values())
        .extracting(Alert::state)
        .containsExactly(AlertState.RESOLVED, AlertState.FIRING);
  }

  @Test
  void aChangedRuleIsWatchedFromTheNextTurnOn() {
    keeper.keep();
    turn(70);
    assertThat(told).isEmpty();
    keeper.rulesChanged(List.of(new KeptRule(Rules.cpuAbove(50, Duration.ZERO), 2, START, "test")));
    turn(70);
    assertThat(told).containsExactly("firing");
  }

  @Test
  void anAcknowledgementShowsOnTheBoardAtOnceAndStays() {
    keeper.keep();
    turn(99);
    keeper.keep();
    UUID id = watch.open().getFirst().id();
    keeper.acknowledged(id, ALICE);
    assertThat(keeper.board().getFirst().acknowledgement()).contains(ALICE);
    kept.acknowledge(id, ALICE, new AuditEntry(START, "alice", "a.b", "x", ""));
    turn(98);
    keeper.keep();
    assertThat(keeper.board().getFirst().acknowledgement()).contains(ALICE);
  }

  @Test
  void aRestartedNodeTakesUpWhatItLeft() {
    keeper.keep();
    turn(99);
    keeper.keep();
    AlertWatch restarted =
        new AlertWatch(
            new AlertEngine("node-1", UUID::randomUUID),
            () -> new Readings(Map.of(Metric.CPU_PERCENT, Map.of(Readings.NODE, 10.0))),
            alert -> told.add("later " + alert.state().word()),
            () -> now);
    AlertKeeper next = keeper(restarted);
    next.rulesChanged(kept.rules());
    next.keep();
    assertThat(restarted.open()).extracting(Alert::state).containsExactly(AlertState.FIRING);
    restarted.evaluate();
    assertThat(told).containsExactly("firing", "later resolved");
  }

  @Test
  void otherNodesAlertsStandOnTheBoardToo() {
    keeper.keep();
    Alert elsewhere =
        new AlertEngine("node-2", UUID::randomUUID)
            .evaluate(
                List.of(Rules.cpuAbove(80, Duration.ZERO)),
                new Readings(Map.of(Metric.CPU_PERCENT, Map.of(Readings.NODE, 91.0))),
                now)
            .getFirst();
    kept.save(elsewhere, now);
    turn(99);
    keeper.keep();
    assertThat(keeper.board()).extracting(Alert::node).containsExactly("node-1", "node-2");
  }
}
