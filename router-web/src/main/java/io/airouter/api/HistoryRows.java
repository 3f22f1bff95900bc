package io.airouter.api;

import io.airouter.history.HistoryEntry;
import io.airouter.history.HistoryPage;
import io.airouter.history.HistoryQuery;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * The entries of a search one after the other, over all its pages up to a bound. Asks for the first
 * page when it is made and for each further one when it is needed. For one thread.
 */
final class HistoryRows implements Iterator<HistoryEntry> {
  private final Function<HistoryQuery, HistoryPage> source;
  private final HistoryQuery query;
  private HistoryPage page;
  private Iterator<HistoryEntry> entries;
  private int left;

  HistoryRows(Function<HistoryQuery, HistoryPage> source, HistoryQuery first, int most) {
    this.source = source;
    this.query = first;
    this.left = most;
    this.page = source.apply(first);
    this.entries = page.entries().iterator();
  }

  @Override
  public boolean hasNext() {
    while (left > 0 && !entries.hasNext() && page.next().isPresent()) {
      page = source.apply(query.from(page.next().get()));
      entries = page.entries().iterator();
    }
    return left > 0 && entries.hasNext();
  }

  @Override
  public HistoryEntry next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no further entry");
    }
    left--;
    return entries.next();
  }

  /** The same, each entry made into the cells of a row. */
  Iterator<List<?>> map(Function<HistoryEntry, List<?>> cells) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return HistoryRows.this.hasNext();
      }

      @Override
      public List<?> next() {
        return cells.apply(HistoryRows.this.next());
      }
    };
  }
}
