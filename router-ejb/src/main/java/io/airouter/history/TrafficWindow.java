package io.airouter.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A stretch of time in intervals of equal width.
 *
 * @param rolledUp whether it is read from the hourly rollups; then it starts at a whole hour and is
 *     divided into whole hours
 */
public record TrafficWindow(Instant from, Duration width, int intervals, boolean rolledUp) {
  public TrafficWindow {
    Objects.requireNonNull(from);
    if (width.isZero() || width.isNegative() || intervals < 1) {
      throw new IllegalArgumentException("no stretch of time: " + intervals + " times " + width);
    }
  }

  /** The first moment after it. */
  public Instant to() {
    return start(intervals);
  }

  /** Where the interval of that number, counted from 0, starts. */
  public Instant start(int interval) {
    return from.plus(width.multipliedBy(interval));
  }
}
