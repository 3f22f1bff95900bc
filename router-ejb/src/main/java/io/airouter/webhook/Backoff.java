package io.airouter.webhook;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait between attempts: up to {@code first} after the first, then up to twice as long
 * each time, never more than {@code longest}. Half of the time is drawn, so that many routers do
 * not come back together.
 */
public record Backoff(Duration first, Duration longest) {
  public static final Backoff DEFAULT = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

  private static final int MOST_DOUBLINGS = 30;

  /** After that many failed attempts, at least one. */
  Duration after(int attempts, RandomGenerator random) {
    long doubled = first.toMillis() << Math.min(attempts - 1, MOST_DOUBLINGS);
    long whole = Math.min(doubled, longest.toMillis());
    return Duration.ofMillis(Math.round(whole / 2.0 + random.nextDouble() * whole / 2.0));
  }
}
