package io.airouter.history;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One page of the history, without the decisions: their {@code decisionJson} is empty.
 *
 * @param next where the next page starts; empty on the last page
 */
public record HistoryPage(List<HistoryEntry> entries, Optional<HistoryCursor> next) {
  public HistoryPage {
    entries = List.copyOf(entries);
    Objects.requireNonNull(next);
  }
}
