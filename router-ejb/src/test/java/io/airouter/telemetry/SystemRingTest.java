package io.airouter.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.history.SystemFigure;
import io.airouter.history.SystemSample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SystemRingTest {
  private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

  private Instant now = START;
  private final SystemRing ring = new SystemRing(() -> now);

  private void sample(double cpu) {
    ring.add(new SystemSample(now, Map.of(SystemFigure.CPU_PERCENT, cpu)));
  }

  private static List<Double> cpu(List<SystemSample> samples) {
    return samples.stream().map(s -> s.figure(SystemFigure.CPU_PERCENT).orElse(-1)).toList();
  }

  @Test
  void beforeTheFirstSampleThereIsNothingToShow() {
    assertThat(ring.latest()).isEmpty();
    assertThat(ring.over(Duration.ofHours(24), 60)).isEmpty();
  }

  @Test
  void samplesOfOneIntervalBecomeTheirMean() {
    for (double cpu : new double[] {10, 30, 50, 70}) {
      now = now.plusSeconds(5);
      sample(cpu);
    }
    assertThat(cpu(ring.over(Duration.ofSeconds(20), 2))).containsExactly(10.0, 50.0);
    assertThat(ring.latest().orElseThrow().figure(SystemFigure.CPU_PERCENT)).hasValue(70);
  }

  @Test
  void aDayIsKeptAsMinutesAndAnHourAsItWas() {
    for (int i = 0; i < 26 * 60; i++) {
      now = START.plus(Duration.ofMinutes(i));
      sample(i % 100);
    }
    List<SystemSample> day = ring.over(Duration.ofHours(24), 720);
    assertThat(day).hasSizeBetween(710, 720);
    assertThat(day.getFirst().at()).isAfterOrEqualTo(now.minus(Duration.ofHours(24)));
    assertThat(ring.over(Duration.ofMinutes(10), 720)).hasSize(11);
  }

  @Test
  void anIntervalWithoutASampleIsLeftOut() {
    sample(10);
    now = now.plus(Duration.ofMinutes(10));
    sample(20);
    assertThat(cpu(ring.over(Duration.ofMinutes(15), 15))).containsExactly(10.0, 20.0);
  }

  @Test
  void aFigureThatNoSampleHasIsAbsentFromTheMean() {
    sample(10);
    assertThat(ring.over(Duration.ofMinutes(5), 1).getFirst().figure(SystemFigure.THREADS))
        .isEmpty();
  }
}
