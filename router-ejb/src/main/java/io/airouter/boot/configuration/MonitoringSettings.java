package io.airouter.boot.configuration;

import java.time.Period;
import java.util.Objects;

/**
 * What is watched and how long it is kept.
 *
 * @param historyRetention the age at which routing history is deleted
 * @param rollupRetention the age at which its hourly sums are
 */
public record MonitoringSettings(
    boolean metricsEnabled,
    Period historyRetention,
    Period rollupRetention,
    HealthCheckSettings health) {
  public MonitoringSettings {
    Objects.requireNonNull(historyRetention);
    Objects.requireNonNull(rollupRetention);
    Objects.requireNonNull(health);
  }
}
