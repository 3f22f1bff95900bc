package io.airouter.history;

import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Queries since start.
 *
 * @param fallbacks queries that needed more than one attempt
 * @param averageMillis of the queries that were answered
 */
public record QueryStatistics(
    long totalQueries,
    long succeeded,
    long failed,
    long fallbacks,
    long dryRuns,
    long inputTokens,
    long outputTokens,
    BigDecimal cost,
    double averageMillis,
    SortedMap<String, Long> queriesByModel,
    SortedMap<String, Long> queriesByType) {
  public QueryStatistics {
    queriesByModel = new TreeMap<>(queriesByModel);
    queriesByType = new TreeMap<>(queriesByType);
  }

  static SortedMap<String, Long> sorted(Map<String, Long> counts) {
    return new TreeMap<>(counts);
  }
}
