package io.airouter.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** By what entries are sorted; equal ones by time and request id, in the same direction. */
public record HistoryOrder(Key key, boolean descending) {
  /** The latest first. */
  public static final HistoryOrder NEWEST_FIRST = new HistoryOrder(Key.TIME, true);

  public HistoryOrder {
    Objects.requireNonNull(key);
  }

  /** What can be sorted by. */
  public enum Key {
    TIME,
    TOTAL_TIME,
    COST,
    TOKENS;

    /** The word in URLs. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The order of a word such as {@code cost}, or {@code -cost} downwards; empty for others. */
  public static Optional<HistoryOrder> ofWord(String word) {
    boolean descending = word.startsWith("-");
    String name = descending ? word.substring(1) : word;
    return Arrays.stream(Key.values())
        .filter(key -> key.word().equals(name))
        .findFirst()
        .map(key -> new HistoryOrder(key, descending));
  }

  /** As {@link #ofWord} reads it. */
  public String word() {
    return (descending ? "-" : "") + key.word();
  }
}
