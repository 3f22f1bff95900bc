package io.airouter.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows guessing down: after a few failures in a row a name is locked, for a second first and twice
 * as long after each further failure, up to five minutes. Knows a bounded number of names and
 * forgets those that failed longest ago. Safe for many threads.
 */
public final class SignInThrottle {
  static final int FREE_FAILURES = 4;
  static final Duration LONGEST = Duration.ofMinutes(5);

  private static final int MAX_NAMES = 10_000;
  private static final int MAX_DOUBLINGS = 16;

  private final InstantSource clock;
  private final Map<String, Failures> failures = new LinkedHashMap<>();

  public SignInThrottle(InstantSource clock) {
    this.clock = clock;
  }

  public synchronized boolean isLocked(String name) {
    Failures known = failures.get(name);
    return known != null && clock.instant().isBefore(known.lockedUntil());
  }

  public synchronized void failed(String name) {
    Failures known = failures.remove(name);
    int count = known == null ? 1 : known.count() + 1;
    failures.put(name, new Failures(count, clock.instant().plus(lockOf(count))));
    if (failures.size() > MAX_NAMES) {
      failures.remove(failures.keySet().iterator().next());
    }
  }

  public synchronized void succeeded(String name) {
    failures.remove(name);
  }

  private static Duration lockOf(int count) {
    if (count <= FREE_FAILURES) {
      return Duration.ZERO;
    }
    int doublings = Math.min(count - FREE_FAILURES - 1, MAX_DOUBLINGS);
    Duration lock = Duration.ofSeconds(1L << doublings);
    return lock.compareTo(LONGEST) < 0 ? lock : LONGEST;
  }

  private record Failures(int count, Instant lockedUntil) {}
}
