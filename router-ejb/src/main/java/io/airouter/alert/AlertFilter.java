package io.airouter.alert;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which alerts are asked for.
 *
 * @param states empty for all
 * @param before alerts that began before that; the way to the next page
 * @param limit 1..1000
 */
public record AlertFilter(
    Set<AlertState> states,
    Optional<Severity> severity,
    Optional<String> rule,
    Optional<String> node,
    Optional<Instant> before,
    int limit) {
  public static final int MAX = 1_000;

  public AlertFilter {
    states = Set.copyOf(states);
    Objects.requireNonNull(severity);
    Objects.requireNonNull(rule);
    Objects.requireNonNull(node);
    Objects.requireNonNull(before);
    if (limit < 1 || limit > MAX) {
      throw new IllegalArgumentException("a limit of 1.." + MAX + ", not " + limit);
    }
  }

  /** The latest of these states, whatever else they are. */
  public static AlertFilter of(Set<AlertState> states, int limit) {
    return new AlertFilter(
        states, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), limit);
  }
}
