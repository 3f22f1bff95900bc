package io.airouter.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads what {@link HistoryLog} kept. Entries still waiting to be written are not seen. */
public interface HistoryReader {
  /** The latest entries up to {@code until}, newest first. */
  List<HistoryEntry> recent(int count, Instant until);

  Optional<HistoryEntry> find(String requestId);

  /** One page of what a filter lets through. */
  HistoryPage page(HistoryQuery query);

  /** How many entries a filter lets through; counts no further than {@code most}. */
  long count(HistoryFilter filter, int most);

  /** The figures of {@code from} (included) to {@code to} (excluded). */
  HistorySummary summary(Instant from, Instant to);

  /** That many intervals of that width from {@code from} on, without gaps, oldest first. */
  List<HistoryBucket> series(Instant from, Duration width, int buckets);
}
