package io.airouter.sdn;

import java.time.Duration;
import java.util.Objects;

/**
 * How controllers are worked on.
 *
 * @param interval between two full comparisons where nothing changes
 * @param patience for one exchange with a controller
 */
public record SdnSettings(
    PublishRules rules, AllowedHosts hosts, Duration interval, Duration patience) {
  public SdnSettings {
    Objects.requireNonNull(rules);
    Objects.requireNonNull(hosts);
    if (!interval.isPositive() || !patience.isPositive()) {
      throw new IllegalArgumentException("times are positive");
    }
  }
}
