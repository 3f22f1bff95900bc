package io.airouter.persistence;

import io.airouter.history.TrafficDimension;
import io.airouter.history.TrafficWindow;

/**
 * The statements that add up traffic by a key and an interval. Both read from the history or from
 * its rollups and give the same columns; parameters are start, finish and, with a series, width in
 * microseconds.
 */
final class TrafficSql {
  private static final String ROWS =
      """
      SELECT %s AS name, %s AS slot, count(*) AS requests,
        count(*) FILTER (WHERE outcome = 'dry_run') AS dry_runs,
        count(*) FILTER (WHERE outcome = 'ok') AS succeeded,
        count(*) FILTER (WHERE outcome IN ('no_endpoint', 'upstream_error')) AS errors,
        count(*) FILTER (WHERE attempts > 1) AS fallbacks,
        coalesce(avg(total_us) FILTER (WHERE outcome <> 'dry_run'), 0) / 1000 AS average,
        coalesce(percentile_disc(0.5) WITHIN GROUP (ORDER BY total_us)
          FILTER (WHERE outcome <> 'dry_run'), 0) / 1000.0 AS p50,
        coalesce(percentile_disc(0.95) WITHIN GROUP (ORDER BY total_us)
          FILTER (WHERE outcome <> 'dry_run'), 0) / 1000.0 AS p95,
        coalesce(percentile_disc(0.99) WITHIN GROUP (ORDER BY total_us)
          FILTER (WHERE outcome <> 'dry_run'), 0) / 1000.0 AS p99,
        coalesce(sum(input_tokens), 0) AS input, coalesce(sum(output_tokens), 0) AS output,
        coalesce(sum(cost), 0) AS cost
      FROM routing_history WHERE ts >= :start AND ts < :finish GROUP BY 1, 2
      """;
  private static final String ROLLUPS =
      """
      WITH part AS (
        SELECT %s AS name, %s AS slot, r.* FROM routing_1h r
        WHERE hour >= :start AND hour < :finish),
      merged AS (
        SELECT name, slot, bucket, sum(n) AS n
        FROM part, unnest(latency_bucket, latency_count) AS h(bucket, n) GROUP BY 1, 2, 3),
      spread AS (
        SELECT name, slot, array_agg(bucket) AS buckets, array_agg(n) AS counts
        FROM merged GROUP BY 1, 2),
      sums AS (
        SELECT name, slot, sum(requests) AS requests, sum(dry_runs) AS dry_runs,
          sum(succeeded) AS succeeded, sum(errors) AS errors, sum(fallbacks) AS fallbacks,
          sum(total_us) AS total_us, sum(input_tokens) AS input, sum(output_tokens) AS output,
          sum(cost) AS cost
        FROM part GROUP BY 1, 2)
      SELECT sums.*,
        coalesce(total_us / nullif(requests - dry_runs, 0), 0) / 1000 AS average,
        coalesce(report.percentile_ms(0.5, buckets, counts), 0) AS p50,
        coalesce(report.percentile_ms(0.95, buckets, counts), 0) AS p95,
        coalesce(report.percentile_ms(0.99, buckets, counts), 0) AS p99
      FROM sums LEFT JOIN spread ON spread.name = sums.name AND spread.slot = sums.slot
      """;

  /** Everything is of one name, everything of one interval. */
  static final String ALL = "CAST('' AS text)";

  static final String WHOLE = "0";

  private TrafficSql() {}

  static String of(TrafficWindow window, String name, String slot) {
    return (window.rolledUp() ? ROLLUPS : ROWS).formatted(name, slot);
  }

  static String name(TrafficDimension by) {
    return switch (by) {
      case MODEL -> "coalesce(model_id, '')";
      case ENDPOINT -> "coalesce(endpoint_id, '')";
      case CLASS -> "workload_class";
    };
  }

  /** The number of the interval that a row lies in. */
  static String slot(TrafficWindow window) {
    String time = window.rolledUp() ? "hour" : "ts";
    return "CAST(floor(extract(epoch FROM %s - :start) * 1000000 / :width) AS integer)"
        .formatted(time);
  }
}
