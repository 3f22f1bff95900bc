-- Question:   How long do callers wait for each model?
-- Parameters: from, to (times; the last 7 days)
-- Columns:    model, requests (dry runs left out), p50_ms, p95_ms, p99_ms (each at most 1 % off),
--             average_ms and max_ms (exact)
\ir period.psql
WITH spread AS (
    SELECT model, array_agg(bucket) AS buckets, array_agg(requests) AS counts
    FROM report.latency_histogram WHERE hour >= :'from' AND hour < :'to' GROUP BY model),
sums AS (
    SELECT model, sum(requests - dry_runs) AS requests, sum(total_ms) AS total_ms,
        max(max_ms) AS max_ms
    FROM report.traffic_hourly WHERE hour >= :'from' AND hour < :'to' GROUP BY model)
SELECT sums.model, sums.requests,
    round(report.percentile_ms(0.5, buckets, counts)::numeric, 1) AS p50_ms,
    round(report.percentile_ms(0.95, buckets, counts)::numeric, 1) AS p95_ms,
    round(report.percentile_ms(0.99, buckets, counts)::numeric, 1) AS p99_ms,
    round(total_ms / nullif(sums.requests, 0), 1) AS average_ms, round(max_ms, 1) AS max_ms
FROM sums LEFT JOIN spread ON spread.model IS NOT DISTINCT FROM sums.model
ORDER BY sums.model NULLS LAST;
