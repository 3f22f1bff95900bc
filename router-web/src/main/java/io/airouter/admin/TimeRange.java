package io.airouter.admin;

import java.time.Duration;
import java.util.List;

/**
 * How far back a tab looks.
 *
 * @param word the {@code range} of the address
 */
public record TimeRange(String word, String label, Duration length) {
  static final List<TimeRange> ALL =
      List.of(
          new TimeRange("5m", "5 min", Duration.ofMinutes(5)),
          new TimeRange("15m", "15 min", Duration.ofMinutes(15)),
          new TimeRange("1h", "1 h", Duration.ofHours(1)),
          new TimeRange("6h", "6 h", Duration.ofHours(6)),
          new TimeRange("24h", "24 h", Duration.ofHours(24)));

  private static final TimeRange FIRST = ALL.get(1);

  /** The range of that word, or a quarter of an hour. */
  static TimeRange of(String word) {
    return ALL.stream().filter(range -> range.word().equals(word)).findFirst().orElse(FIRST);
  }
}
