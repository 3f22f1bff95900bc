package io.airouter.history;

import java.util.Objects;
import java.util.Optional;

/**
 * One page of the history that is asked for.
 *
 * @param after where the page before it ended; empty for the first page
 * @param count entries at most, 1 to 1000
 */
public record HistoryQuery(
    HistoryFilter filter, HistoryOrder order, Optional<HistoryCursor> after, int count) {
  /** Entries of one page at most. */
  public static final int MAX_COUNT = 1_000;

  public HistoryQuery {
    Objects.requireNonNull(filter);
    Objects.requireNonNull(order);
    Objects.requireNonNull(after);
    if (count < 1 || count > MAX_COUNT) {
      throw new IllegalArgumentException("a page of 1 to 1000 entries, not " + count);
    }
  }

  /** The page behind that place. */
  public HistoryQuery from(HistoryCursor place) {
    return new HistoryQuery(filter, order, Optional.of(place), count);
  }
}
