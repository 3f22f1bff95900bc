package io.airouter.query;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * What the query engine takes from its surroundings.
 *
 * @param clock for timestamps and the minute of rate limits
 * @param nanoTime a monotonic clock, for durations
 * @param random draws endpoints; safe for many threads
 * @param maxAttempts calls made for one query at most, over all models and endpoints
 * @param upstreamTimeout for the first octet of an answer and between two
 * @param admission keeps models' limits
 */
public record RoutingSettings(
    InstantSource clock,
    LongSupplier nanoTime,
    RandomGenerator random,
    int maxAttempts,
    Duration upstreamTimeout,
    Admission admission) {
  public static final int DEFAULT_MAX_ATTEMPTS = 4;
  public static final Duration DEFAULT_UPSTREAM_TIMEOUT = Duration.ofSeconds(60);

  public RoutingSettings {
    Objects.requireNonNull(clock);
    Objects.requireNonNull(nanoTime);
    Objects.requireNonNull(random);
    Objects.requireNonNull(admission);
    if (maxAttempts < 1) {
      throw new IllegalArgumentException("max attempts is at least 1");
    }
    if (!upstreamTimeout.isPositive()) {
      throw new IllegalArgumentException("an upstream timeout is positive");
    }
  }

  /** Four attempts and 60 seconds. */
  public static RoutingSettings defaults(InstantSource clock, RandomGenerator random) {
    return new RoutingSettings(
        clock,
        System::nanoTime,
        random,
        DEFAULT_MAX_ATTEMPTS,
        DEFAULT_UPSTREAM_TIMEOUT,
        Admission.LOCAL);
  }

  /** The same with limits that are kept elsewhere. */
  public RoutingSettings with(Admission elsewhere) {
    return new RoutingSettings(clock, nanoTime, random, maxAttempts, upstreamTimeout, elsewhere);
  }
}
