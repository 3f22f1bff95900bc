package io.airouter.alert;

import java.time.Instant;
import java.util.Objects;

/**
 * A rule as it is kept.
 *
 * @param version grows by one with each change; two editors tell by it that one was first
 */
public record KeptRule(AlertRule rule, long version, Instant changedAt, String changedBy) {
  public KeptRule {
    Objects.requireNonNull(rule);
    Objects.requireNonNull(changedAt);
    Objects.requireNonNull(changedBy);
  }
}
