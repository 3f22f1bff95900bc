package io.airouter.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * How far back one looks. Short ranges are read from the rows, up to this moment; a day and more
 * from the hourly rollups, in whole intervals, the last of which is not over yet.
 */
public enum TrafficRange {
  MINUTES_15("15m", "15 min", Duration.ofSeconds(30), 30),
  HOUR("1h", "1 h", Duration.ofMinutes(2), 30),
  HOURS_6("6h", "6 h", Duration.ofMinutes(10), 36),
  DAY("24h", "24 h", Duration.ofHours(1), 24),
  WEEK("7d", "7 d", Duration.ofHours(6), 28),
  MONTH("30d", "30 d", Duration.ofDays(1), 30);

  private final String word;
  private final String label;
  private final Duration width;
  private final int intervals;

  TrafficRange(String word, String label, Duration width, int intervals) {
    this.word = word;
    this.label = label;
    this.width = width;
    this.intervals = intervals;
  }

  /** As the API and URLs say it. */
  public String word() {
    return word;
  }

  /** As people read it. */
  public String label() {
    return label;
  }

  /** What this range is at that moment. */
  public TrafficWindow until(Instant now) {
    boolean rolledUp = width.compareTo(Duration.ofHours(1)) >= 0;
    Instant end = rolledUp ? endOfInterval(now) : now;
    return new TrafficWindow(end.minus(width.multipliedBy(intervals)), width, intervals, rolledUp);
  }

  /** Intervals begin where UTC's hours and days do. */
  private Instant endOfInterval(Instant now) {
    long seconds = width.toSeconds();
    return Instant.ofEpochSecond((Math.floorDiv(now.getEpochSecond(), seconds) + 1) * seconds);
  }

  /** The range of that word; empty for an unknown one. */
  public static Optional<TrafficRange> ofWord(String word) {
    return Arrays.stream(values()).filter(r -> r.word.equals(word)).findFirst();
  }
}
