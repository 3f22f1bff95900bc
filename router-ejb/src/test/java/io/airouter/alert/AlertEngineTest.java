package io.airouter.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AlertEngineTest {
  private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");
  private static final AlertRule HOT = Rules.cpuAbove(80, Duration.ofSeconds(30));

  private long ids;
  private Instant now = START;
  private AlertRule rule = HOT;
  private final AlertEngine engine = new AlertEngine("node-1", () -> new UUID(0, ++ids));

  private List<Alert> read(double cpu) {
    return evaluate(Map.of(Metric.CPU_PERCENT, Map.of(Readings.NODE, cpu)));
  }

  private List<Alert> evaluate(Map<Metric, Map<String, Double>> figures) {
    List<Alert> changed = engine.evaluate(List.of(rule), new Readings(figures), now);
    now = now.plusSeconds(5);
    return changed;
  }

  private void readUntilFiring() {
    while (engine.open().stream().noneMatch(a -> a.state() == AlertState.FIRING)) {
      read(95);
    }
  }

  private AlertState only() {
    assertThat(engine.open()).hasSize(1);
    return engine.open().getFirst().state();
  }

  @Test
  void aReadingWithinTheLimitRaisesNothing() {
    assertThat(read(80)).isEmpty();
    assertThat(engine.open()).isEmpty();
  }

  @Test
  void anAlertIsPendingUntilTheComparisonHeldForTheRulesDuration() {
    assertThat(read(90)).extracting(Alert::state).containsExactly(AlertState.PENDING);
    for (int seconds = 5; seconds < 30; seconds += 5) {
      assertThat(read(90)).isEmpty();
    }
    List<Alert> fired = read(90);
    assertThat(fired).extracting(Alert::state).containsExactly(AlertState.FIRING);
    assertThat(fired.getFirst().since()).isEqualTo(START);
    assertThat(fired.getFirst().firedAt()).contains(START.plusSeconds(30));
  }

  @Test
  void anAlertWithoutADurationFiresAtTheFirstReading() {
    rule = Rules.cpuAbove(80, Duration.ZERO);
    assertThat(read(81)).extracting(Alert::state).containsExactly(AlertState.FIRING);
    assertThat(read(80)).extracting(Alert::state).containsExactly(AlertState.RESOLVED);
  }

  @Test
  void aPendingAlertThatEndsIsAsIfItHadNeverBeen() {
    read(90);
    assertThat(read(70)).extracting(Alert::state).containsExactly(AlertState.WITHDRAWN);
    assertThat(engine.open()).isEmpty();
  }

  @Test
  void aFiringAlertIsResolvedOnlyWhenTheReadingStayedWithinTheLimitForAsLong() {
    readUntilFiring();
    for (int i = 0; i < 6; i++) {
      assertThat(read(70)).isEmpty();
      assertThat(only()).isEqualTo(AlertState.FIRING);
    }
    List<Alert> ended = read(70);
    assertThat(ended).extracting(Alert::state).containsExactly(AlertState.RESOLVED);
    assertThat(ended.getFirst().endedAt()).isPresent();
    assertThat(engine.open()).isEmpty();
  }

  @Test
  void aFigureAroundItsThresholdDoesNotFlap() {
    readUntilFiring();
    for (int i = 0; i < 100; i++) {
      assertThat(read(i % 5 == 0 ? 81 : 79)).isEmpty();
    }
    assertThat(only()).isEqualTo(AlertState.FIRING);
  }

  @Test
  void aMetricThatCannotBeReadChangesNothingAndItsTimeDoesNotCount() {
    read(90);
    for (int i = 0; i < 100; i++) {
      assertThat(evaluate(Map.of())).isEmpty();
    }
    assertThat(only()).isEqualTo(AlertState.PENDING);
    for (int seconds = 0; seconds < 30; seconds += 5) {
      assertThat(read(90)).isEmpty();
    }
    assertThat(read(90)).extracting(Alert::state).containsExactly(AlertState.FIRING);
    for (int i = 0; i < 100; i++) {
      assertThat(evaluate(Map.of())).isEmpty();
    }
    assertThat(only()).isEqualTo(AlertState.FIRING);
  }

  @Test
  void eachSubjectHasAnAlertOfItsOwnAndLeavesWithIt() {
    rule =
        new AlertRule(
            "load",
            "Load",
            Metric.MODEL_LOAD_PERCENT,
            Comparison.ABOVE,
            90,
            Duration.ZERO,
            Severity.WARNING,
            true);
    evaluate(Map.of(Metric.MODEL_LOAD_PERCENT, Map.of("gpt-4", 95.0, "claude-3", 99.0)));
    assertThat(engine.open()).extracting(Alert::subject).contains("gpt-4", "claude-3");
    List<Alert> changed = evaluate(Map.of(Metric.MODEL_LOAD_PERCENT, Map.of("gpt-4", 95.0)));
    assertThat(changed).extracting(Alert::subject).containsExactly("claude-3");
    assertThat(changed.getFirst().end()).isEqualTo("claude-3 is gone");
    assertThat(only()).isEqualTo(AlertState.FIRING);
  }

  @Test
  void theAlertsOfARuleThatIsDisabledEnd() {
    readUntilFiring();
    rule = HOT.withEnabled(false);
    List<Alert> changed = read(99);
    assertThat(changed).extracting(Alert::state).containsExactly(AlertState.RESOLVED);
    assertThat(changed.getFirst().end()).contains("disabled or removed");
    assertThat(read(99)).isEmpty();
  }

  @Test
  void aRaisedThresholdHoldsForTheOpenAlertToo() {
    readUntilFiring();
    rule = Rules.cpuAbove(97, Duration.ZERO);
    assertThat(read(95)).extracting(Alert::state).containsExactly(AlertState.RESOLVED);
  }

  @Test
  void theWorstReadingIsKept() {
    readUntilFiring();
    read(99);
    read(85);
    assertThat(engine.open().getFirst().peak()).isEqualTo(99);
    assertThat(engine.open().getFirst().value()).isEqualTo(85);
  }

  @Test
  void whatFiredBeforeARestartGoesOnUnderItsIdAndEndsByReadings() {
    readUntilFiring();
    Alert left = engine.open().getFirst();
    AlertEngine restarted = new AlertEngine("node-1", UUID::randomUUID);
    restarted.restore(List.of(left));
    Readings cool = new Readings(Map.of(Metric.CPU_PERCENT, Map.of(Readings.NODE, 10.0)));
    assertThat(restarted.evaluate(List.of(rule), cool, now)).isEmpty();
    List<Alert> changed = restarted.evaluate(List.of(rule), cool, now.plusSeconds(30));
    assertThat(changed).extracting(Alert::id).containsExactly(left.id());
    assertThat(changed).extracting(Alert::state).containsExactly(AlertState.RESOLVED);
  }

  @Test
  void belowMeansBelow() {
    rule =
        new AlertRule(
            "idle",
            "Nobody asks",
            Metric.REQUESTS_PER_MINUTE,
            Comparison.BELOW,
            1,
            Duration.ZERO,
            Severity.INFO,
            true);
    assertThat(evaluate(Map.of(Metric.REQUESTS_PER_MINUTE, Map.of(Readings.NODE, 0.0)))).hasSize(1);
    assertThat(evaluate(Map.of(Metric.REQUESTS_PER_MINUTE, Map.of(Readings.NODE, 1.0))))
        .extracting(Alert::state)
        .containsExactly(AlertState.RESOLVED);
  }
}
