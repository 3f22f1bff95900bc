package io.airouter.sdn;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a controller that failed is asked again: after a random time below a bound that doubles from
 * 1 s to 5 min (full jitter), never before its own Retry-After. From {@link #OPEN_AFTER} failures
 * in a row on, the breaker is open: changes no longer lead to an attempt, only the time does.
 *
 * @param failures in a row
 * @param notBefore when the next attempt may be made
 */
public record Backoff(int failures, Instant notBefore) {
  public static final Duration FIRST = Duration.ofSeconds(1);
  public static final Duration LONGEST = Duration.ofMinutes(5);
  public static final int OPEN_AFTER = 3;

  /** Nothing has failed. */
  public static final Backoff NONE = new Backoff(0, Instant.EPOCH);

  private static final int DOUBLINGS = 9;

  /** The breaker's state in the words of the pattern. */
  public enum Breaker {
    CLOSED,
    OPEN,
    HALF_OPEN
  }

  public Breaker breaker(Instant now) {
    if (failures < OPEN_AFTER) {
      return Breaker.CLOSED;
    }
    return allows(now) ? Breaker.HALF_OPEN : Breaker.OPEN;
  }

  public boolean allows(Instant now) {
    return !now.isBefore(notBefore);
  }

  /** One more failure; {@code retryAfter} is what the controller asked for. */
  public Backoff failed(Instant now, RandomGenerator random, Optional<Duration> retryAfter) {
    long bound = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(failures, DOUBLINGS));
    Duration drawn = Duration.ofMillis(random.nextLong(bound + 1));
    Duration asked = retryAfter.orElse(Duration.ZERO);
    return new Backoff(failures + 1, now.plus(asked.compareTo(drawn) > 0 ? asked : drawn));
  }

  /** A refusal that time does not heal: asked again as rarely as there is. */
  public Backoff parked(Instant now) {
    return new Backoff(failures + 1, now.plus(LONGEST));
  }
}
