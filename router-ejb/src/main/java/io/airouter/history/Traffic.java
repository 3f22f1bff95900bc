package io.airouter.history;

import java.math.BigDecimal;

/**
 * What queries of some kind came to. {@code requests} are of any outcome; errors as in {@link
 * HistorySummary}. Times in milliseconds are of all queries but dry runs, which only decide: rates
 * are of {@link #called()}. A percentile is a nearest rank; of rollups it is at most 1 % off.
 *
 * @param fallbacks queries that needed more than one attempt
 */
public record Traffic(
    long requests,
    long dryRuns,
    long succeeded,
    long errors,
    long fallbacks,
    Times times,
    long inputTokens,
    long outputTokens,
    BigDecimal cost) {
  /** Nothing was asked. */
  public static final Traffic NONE =
      new Traffic(0, 0, 0, 0, 0, new Times(0, 0, 0, 0), 0, 0, BigDecimal.ZERO);

  /** Response times in milliseconds; zero where nothing was called. */
  public record Times(double average, double p50, double p95, double p99) {}

  /** Queries that were more than decided. */
  public long called() {
    return requests - dryRuns;
  }

  public long tokens() {
    return inputTokens + outputTokens;
  }
}
