package io.airouter.history;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Adds up the history entries as they pass, since start. One short lock around plain fields: the
 * figures of {@link #statistics()} belong together.
 */
public final class QueryMeter {
  private static final double NANOS_A_MILLI = 1e6;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Long> byModel = new HashMap<>();
  private final Map<String, Long> byType = new HashMap<>();
  private long total;
  private long succeeded;
  private long dryRuns;
  private long fallbacks;
  private long inputTokens;
  private long outputTokens;
  private long answeredNanos;
  private BigDecimal cost = BigDecimal.ZERO;

  public void count(HistoryEntry entry) {
    lock.lock();
    try {
      add(entry);
    } finally {
      lock.unlock();
    }
  }

  private void add(HistoryEntry entry) {
    total++;
    byType.merge(entry.queryType(), 1L, Long::sum);
    entry.model().ifPresent(model -> byModel.merge(model, 1L, Long::sum));
    if (entry.outcome().equals(HistoryEntry.DRY_RUN)) {
      dryRuns++;
      return;
    }
    if (entry.outcome().equals(HistoryEntry.OK)) {
      succeeded++;
      answeredNanos += entry.totalTime().toNanos();
    }
    if (entry.attempts() > 1) {
      fallbacks++;
    }
    inputTokens += entry.usage().inputTokens();
    outputTokens += entry.usage().outputTokens();
    cost = cost.add(entry.cost());
  }

  public QueryStatistics statistics() {
    lock.lock();
    try {
      return new QueryStatistics(
          total,
          succeeded,
          total - succeeded - dryRuns,
          fallbacks,
          dryRuns,
          inputTokens,
          outputTokens,
          cost,
          succeeded == 0 ? 0 : answeredNanos / NANOS_A_MILLI / succeeded,
          QueryStatistics.sorted(byModel),
          QueryStatistics.sorted(byType));
    } finally {
      lock.unlock();
    }
  }
}
