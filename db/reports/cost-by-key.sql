-- Question:   Who spends most, and how much of it all?
-- Parameters: from, to (times; the last 7 days)
-- Columns:    caller, requests, tokens (in and out), cost, cost_percent (of all callers' cost),
--             cost_of_1000 (requests that called a model)
\ir period.psql
SELECT caller, sum(requests) AS requests, sum(input_tokens + output_tokens) AS tokens,
    sum(cost) AS cost,
    round(100 * sum(cost) / nullif(sum(sum(cost)) OVER (), 0), 2) AS cost_percent,
    round(1000 * sum(cost) / nullif(sum(requests - dry_runs), 0), 4) AS cost_of_1000
FROM report.traffic_hourly
WHERE hour >= :'from' AND hour < :'to'
GROUP BY caller
ORDER BY cost DESC, caller;
