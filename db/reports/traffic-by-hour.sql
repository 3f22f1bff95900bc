-- Question:   How much is asked, hour by hour, of which model and by which class?
-- Parameters: from, to (times; the last 7 days)
-- Columns:    hour, model, workload_class; requests (dry runs included); success_percent and
--             error_percent of requests without dry runs; tokens (in and out); cost
\ir period.psql
SELECT hour, model, workload_class, sum(requests) AS requests,
    round(100.0 * sum(succeeded) / nullif(sum(requests - dry_runs), 0), 2) AS success_percent,
    round(100.0 * sum(errors) / nullif(sum(requests - dry_runs), 0), 2) AS error_percent,
    sum(input_tokens + output_tokens) AS tokens, sum(cost) AS cost
FROM report.traffic_hourly
WHERE hour >= :'from' AND hour < :'to'
GROUP BY hour, model, workload_class
ORDER BY hour, model NULLS LAST, workload_class;
