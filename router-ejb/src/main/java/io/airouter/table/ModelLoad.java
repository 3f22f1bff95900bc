package io.airouter.table;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many requests a model got in the current minute, for its requests-a-minute limit. One word
 * holds minute and count, so that admission needs no lock. Thread safe.
 */
public final class ModelLoad {
  private static final int COUNT_BITS = 32;
  private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;

  private final AtomicLong minuteAndCount = new AtomicLong();

  /** Counts a request where the limit still admits one in this minute. */
  public boolean admit(long requestsPerMinute, Instant now) {
    long minute = minute(now);
    while (true) {
      long seen = minuteAndCount.get();
      long count = seen >>> COUNT_BITS == minute ? seen & COUNT_MASK : 0;
      if (count >= requestsPerMinute || count == COUNT_MASK) {
        return false;
      }
      if (minuteAndCount.compareAndSet(seen, minute << COUNT_BITS | count + 1)) {
        return true;
      }
    }
  }

  /** Requests admitted in the minute of {@code now}. */
  public long requestsThisMinute(Instant now) {
    long seen = minuteAndCount.get();
    return seen >>> COUNT_BITS == minute(now) ? seen & COUNT_MASK : 0;
  }

  private static long minute(Instant now) {
    return Math.floorDiv(now.getEpochSecond(), 60L) & COUNT_MASK;
  }
}
