package io.airouter.history;

import java.math.BigDecimal;

/**
 * A stretch of history in figures. Errors are the queries the router could not serve: outcomes
 * {@code no_endpoint} and {@code upstream_error}. The percentiles are of the total time of all
 * queries but dry runs, in milliseconds; cost is in the operator's currency.
 */
public record HistorySummary(
    long requests,
    long errors,
    double p50Millis,
    double p95Millis,
    long inputTokens,
    long outputTokens,
    BigDecimal cost) {
  /** Nothing was asked. */
  public static final HistorySummary EMPTY = new HistorySummary(0, 0, 0, 0, 0, 0, BigDecimal.ZERO);
}
