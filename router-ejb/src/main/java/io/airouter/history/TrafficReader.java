package io.airouter.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Adds up what {@link HistoryLog} kept, from rows or from rollups as the window says. */
public interface TrafficReader {
  /** All of it, with its series. */
  TrafficGroup total(TrafficWindow window);

  /** Each group without a series, the one with most requests first. */
  List<TrafficGroup> groups(TrafficWindow window, TrafficDimension by);

  /** As {@link #groups} with the series of each. */
  List<TrafficGroup> series(TrafficWindow window, TrafficDimension by);

  /** All that was written before is in the rollups; empty before the first. */
  Optional<Instant> rolledUpTo();
}
