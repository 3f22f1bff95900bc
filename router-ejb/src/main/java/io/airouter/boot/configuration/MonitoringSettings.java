package io.airouter.boot.configuration;

import java.time.Period;
import java.util.Objects;

/**
 * What is watched and how long it is kept.
 *
 * @param historyRetention the age at which routing history is deleted
 */
public record MonitoringSettings(
    boolean metricsEnabled, Period historyRetention, HealthCheckSettings health) {
  public MonitoringSettings {
    Objects.requireNonNull(historyRetention);
    Objects.requireNonNull(health);
  }
}
