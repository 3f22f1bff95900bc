package io.airouter.alert;

import java.time.Duration;

/** Rules that tests watch. */
public final class Rules {
  private Rules() {}

  public static AlertRule cpuAbove(double threshold, Duration holdFor) {
    return new AlertRule(
        "hot",
        "CPU in use",
        Metric.CPU_PERCENT,
        Comparison.ABOVE,
        threshold,
        holdFor,
        Severity.WARNING,
        true);
  }
}
