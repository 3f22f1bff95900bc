package io.airouter.bench;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one run of a load saw.
 *
 * @param answered requests with the expected answer
 * @param failed other answers and none
 * @param elapsed wall time of the run
 * @param p50 median time to the whole answer; zero where it was not measured
 * @param cpu CPU time the measured process spent meanwhile
 */
record Sample(long answered, long failed, Duration elapsed, Duration p50, Duration cpu) {

  Sample spending(Duration spent) {
    return new Sample(answered, failed, elapsed, p50, spent);
  }

  double cpuMicros() {
    return cpu.toNanos() / 1e3 / answered;
  }

  double p50Millis() {
    return p50.toNanos() / 1e6;
  }

  double perSecond() {
    return answered / (elapsed.toNanos() / 1e9);
  }

  double perCpuSecond() {
    return answered / (cpu.toNanos() / 1e9);
  }

  /** The median of one figure over the runs of a load. */
  static double median(List<Sample> runs, ToDoubleFunction<Sample> figure) {
    return runs.stream()
        .map(figure::applyAsDouble)
        .sorted(Comparator.naturalOrder())
        .skip(runs.size() / 2)
        .findFirst()
        .orElseThrow();
  }
}
