-- Question:   When did answers become slow, and for whom?
-- Parameters: from, to (times; the last 7 days)
-- Columns:    hour, model, workload_class, requests (dry runs left out), average_ms (exact), p50_ms,
--             p95_ms, p99_ms (each at most 1 % off)
\ir period.psql
SELECT hour, model, workload_class, requests, round(average_ms, 1) AS average_ms,
    round(p50_ms::numeric, 1) AS p50_ms, round(p95_ms::numeric, 1) AS p95_ms,
    round(p99_ms::numeric, 1) AS p99_ms
FROM report.latency_hourly
WHERE hour >= :'from' AND hour < :'to'
ORDER BY hour, model NULLS LAST, workload_class;
