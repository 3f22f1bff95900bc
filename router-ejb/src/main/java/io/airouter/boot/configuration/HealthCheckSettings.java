package io.airouter.boot.configuration;

import java.time.Duration;
import java.util.Objects;

/**
 * How endpoints are checked. A failure is known after at most {@code interval * fall + timeout}.
 *
 * @param interval between two checks of one endpoint
 * @param timeout for one check
 * @param rise checks that must pass in a row before a failed endpoint is used again
 * @param fall checks that must fail in a row before an endpoint is taken out
 * @param jitter the share of the interval by which checks are spread, 0..0.5
 */
public record HealthCheckSettings(
    Duration interval, Duration timeout, int rise, int fall, double jitter) {
  public HealthCheckSettings {
    Objects.requireNonNull(interval);
    Objects.requireNonNull(timeout);
  }
}
