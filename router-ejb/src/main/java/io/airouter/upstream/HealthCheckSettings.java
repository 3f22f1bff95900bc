package io.airouter.upstream;

import io.airouter.model.HealthThresholds;
import java.time.Duration;
import java.util.Objects;

/**
 * How endpoints are checked.
 *
 * @param interval from the end of one check to the start of the next, less or more a tenth
 * @param timeout of one check; shorter than the interval
 * @param thresholds checks in a row that turn a verdict
 * @param path asked by HTTP below the endpoint's host, such as {@code /health}; empty checks the
 *     TCP connection alone
 */
public record HealthCheckSettings(
    Duration interval, Duration timeout, HealthThresholds thresholds, String path) {
  /** Every 5 s with 2 s of patience, rise 2, fall 3, {@code GET /health}. */
  public static final HealthCheckSettings DEFAULT =
      new HealthCheckSettings(
          Duration.ofSeconds(5), Duration.ofSeconds(2), HealthThresholds.DEFAULT, "/health");

  public HealthCheckSettings {
    Objects.requireNonNull(thresholds);
    if (!timeout.isPositive() || timeout.compareTo(interval) >= 0) {
      throw new IllegalArgumentException("a check's timeout is positive and below its interval");
    }
    if (!path.isEmpty() && !path.startsWith("/")) {
      throw new IllegalArgumentException("path '" + path + "': empty or starting with /");
    }
  }
}
