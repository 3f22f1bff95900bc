package io.airouter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.access.AuditEntry;
import io.airouter.alert.Acknowledgement;
import io.airouter.alert.Alert;
import io.airouter.alert.AlertEngine;
import io.airouter.alert.AlertFilter;
import io.airouter.alert.AlertRule;
import io.airouter.alert.AlertState;
import io.airouter.alert.Delivery;
import io.airouter.alert.KeptRule;
import io.airouter.alert.Metric;
import io.airouter.alert.Readings;
import io.airouter.alert.Rules;
import io.airouter.alert.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JpaAlertStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-02T10:00:00.123456Z");
  private static final AlertRule RULE = Rules.cpuAbove(80, Duration.ZERO);
  private static final AuditEntry AUDIT = new AuditEntry(NOW, "alice", "alert.x", "hot", "");

  private final AlertEngine engine = new AlertEngine("node-1", UUID::randomUUID);

  @BeforeEach
  void empty() {
    TestDatabase.execute("TRUNCATE alert, alert_delivery, audit_log");
    TestDatabase.execute("DELETE FROM alert_rule WHERE changed_by <> 'migration'");
  }

  private Alert changed(double cpu, Instant at) {
    Readings readings = new Readings(Map.of(Metric.CPU_PERCENT, Map.of(Readings.NODE, cpu)));
    return engine.evaluate(List.of(RULE), readings, at).getFirst();
  }

  private static <T> T alerts(Function<JpaAlertStore, T> work) {
    return TestDatabase.inTransaction(entities -> work.apply(new JpaAlertStore(entities)));
  }

  private static boolean save(Alert alert, Instant at) {
    return alerts(
        store -> {
          store.save(alert, at);
          return true;
        });
  }

  private static <T> T rules(Function<JpaRuleStore, T> work) {
    return TestDatabase.inTransaction(entities -> work.apply(new JpaRuleStore(entities)));
  }

  private static Optional<Alert> alert(UUID id) {
    return alerts(store -> store.alert(id));
  }

  private static List<Alert> open() {
    return alerts(JpaAlertStore::open);
  }

  private static List<Alert> all() {
    return alerts(store -> store.alerts(AlertFilter.of(Set.of(), 10)));
  }

  private static boolean acknowledge(UUID id, Acknowledgement by) {
    return alerts(store -> store.acknowledge(id, by, AUDIT));
  }

  private static int endForsaken(Instant silent) {
    return alerts(store -> store.endForsaken(silent, NOW.plusSeconds(2)));
  }

  private static List<Delivery> deliveries(UUID alert) {
    return alerts(store -> store.deliveries(Optional.of(alert), 10));
  }

  private static boolean add(KeptRule rule) {
    return rules(store -> store.add(rule, AUDIT));
  }

  private static boolean replace(KeptRule rule, long version) {
    return rules(store -> store.replace(rule, version, AUDIT));
  }

  private static Optional<KeptRule> hot() {
    return rules(store -> store.rule("hot"));
  }

  private static boolean removeHot(long version) {
    return rules(store -> store.remove("hot", version, AUDIT));
  }

  @Test
  void theFiveDefaultRulesAreThereFromTheStart() {
    List<AlertRule> found =
        rules(store -> store.rules()).stream()
            .filter(kept -> kept.changedBy().equals("migration"))
            .map(KeptRule::rule)
            .toList();
    assertThat(found)
        .extracting(AlertRule::metric)
        .containsExactlyInAnyOrder(
            Metric.CPU_PERCENT,
            Metric.MEMORY_PERCENT,
            Metric.ERROR_RATE_PERCENT,
            Metric.AVERAGE_RESPONSE_SECONDS,
            Metric.MODEL_LOAD_PERCENT);
    assertThat(found)
        .extracting(AlertRule::threshold)
        .containsExactlyInAnyOrder(80.0, 85.0, 5.0, 10.0, 90.0);
  }

  @Test
  void anAlertIsKeptAndLoadedAsItWas() {
    Alert firing = changed(91.5, NOW);
    save(firing, NOW);
    assertThat(alert(firing.id())).contains(firing);
    assertThat(open()).containsExactly(firing);
  }

  @Test
  void aStateThatIsWrittenLaterLeavesTheAcknowledgement() {
    Alert firing = changed(91.5, NOW);
    save(firing, NOW);
    Acknowledgement by = new Acknowledgement("alice", NOW.plusSeconds(1), "on it");
    assertThat(acknowledge(firing.id(), by)).isTrue();
    Alert resolved = changed(10, NOW.plusSeconds(5));
    save(resolved, NOW.plusSeconds(5));
    assertThat(alert(firing.id())).contains(resolved.acknowledged(by));
    assertThat(TestDatabase.count("SELECT count(*) FROM audit_log")).isEqualTo(1);
    assertThat(open()).isEmpty();
  }

  @Test
  void nobodyLooksAfterAnAlertThatIsNotThere() {
    Acknowledgement by = new Acknowledgement("alice", NOW, "");
    assertThat(acknowledge(new UUID(1, 2), by)).isFalse();
    assertThat(TestDatabase.count("SELECT count(*) FROM audit_log")).isZero();
  }

  @Test
  void alertsAreFoundByWhatTheyAre() {
    Alert firing = changed(91.5, NOW);
    save(firing, NOW);
    assertThat(found(Set.of(AlertState.FIRING), Optional.of(Severity.WARNING), "hot", NOW))
        .containsExactly(firing);
    assertThat(found(Set.of(AlertState.RESOLVED), Optional.empty(), "hot", NOW)).isEmpty();
    assertThat(found(Set.of(), Optional.of(Severity.CRITICAL), "hot", NOW)).isEmpty();
    assertThat(found(Set.of(), Optional.empty(), "cold", NOW)).isEmpty();
    assertThat(found(Set.of(), Optional.empty(), "hot", NOW.minusSeconds(1))).isEmpty();
  }

  private static List<Alert> found(
      Set<AlertState> states, Optional<Severity> severity, String rule, Instant until) {
    AlertFilter filter =
        new AlertFilter(
            states,
            severity,
            Optional.of(rule),
            Optional.of("node-1"),
            Optional.of(until.plusMillis(1)),
            10);
    return alerts(store -> store.alerts(filter));
  }

  @Test
  void theAlertsOfANodeThatFellSilentEnd() {
    save(changed(91.5, NOW), NOW);
    assertThat(endForsaken(NOW)).isZero();
    assertThat(endForsaken(NOW.plusSeconds(1))).isEqualTo(1);
    assertThat(open()).isEmpty();
    assertThat(all().getFirst().end()).isEqualTo("its node fell silent");
  }

  @Test
  void whatIsOlderThanTheRetentionIsForgottenUnlessItIsOpen() {
    Alert ended = changed(91.5, NOW).acknowledged(new Acknowledgement("alice", NOW, ""));
    save(ended, NOW);
    save(changed(10, NOW.plusSeconds(5)), NOW);
    Alert open = changed(92, NOW.plusSeconds(10));
    save(open, NOW);
    alerts(
        store -> {
          store.forget(NOW.plusSeconds(60));
          return true;
        });
    assertThat(all()).containsExactly(open);
  }

  @Test
  void whatAWebhookWasToldIsKeptInItsNewestState() {
    Alert firing = changed(91.5, NOW);
    Delivery waiting = Delivery.waiting(UUID.randomUUID(), firing, "on-call", NOW);
    Delivery tried =
        waiting.attempted(Delivery.State.WAITING, OptionalInt.of(503), "it answered 503", NOW);
    alerts(
        store -> {
          store.save(waiting);
          store.save(tried);
          return true;
        });
    assertThat(deliveries(firing.id())).containsExactly(tried);
    assertThat(deliveries(new UUID(1, 1))).isEmpty();
  }

  @Test
  void ofTwoEditorsOfOneVersionTheSecondIsRefused() {
    KeptRule first = new KeptRule(RULE, 1, NOW, "alice");
    assertThat(add(first)).isTrue();
    assertThat(add(first)).isFalse();
    KeptRule second = new KeptRule(Rules.cpuAbove(90, Duration.ZERO), 2, NOW, "bob");
    assertThat(replace(second, 1)).isTrue();
    assertThat(replace(second, 1)).isFalse();
    assertThat(hot()).contains(second);
    assertThat(removeHot(1)).isFalse();
    assertThat(removeHot(2)).isTrue();
    assertThat(hot()).isEmpty();
    assertThat(TestDatabase.count("SELECT count(*) FROM audit_log")).isEqualTo(3);
  }

  @Test
  void aRuleOnAMetricOfALaterVersionIsLeftAlone() {
    TestDatabase.execute(
        "INSERT INTO alert_rule (id, name, metric, comparison, threshold, for_seconds, severity,"
            + " enabled, changed_by) VALUES ('new', 'New', 'tides', '>', 1, 0, 'info', true, 'x')");
    List<KeptRule> kept = rules(JpaRuleStore::rules);
    assertThat(kept).extracting(rule -> rule.rule().id()).doesNotContain("new");
  }
}
