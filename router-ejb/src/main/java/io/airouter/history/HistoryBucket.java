package io.airouter.history;

import java.time.Instant;

/**
 * One interval of a series, from {@code start} on; errors and percentile as in {@link
 * HistorySummary}. An interval without queries is all zero.
 */
public record HistoryBucket(Instant start, long requests, long errors, double p95Millis) {}
