-- Question:   Which endpoints fail calls, also those that a fallback made good?
-- Parameters: from, to (times; the last 7 days)
-- Columns:    endpoint, model, calls, served, failed, availability_percent (of served and failed),
--             bad_hours (hours in which it failed every call that it could have served)
\ir period.psql
SELECT endpoint, model, sum(calls) AS calls, sum(served) AS served, sum(failed) AS failed,
    round(100.0 * sum(served) / nullif(sum(served + failed), 0), 3) AS availability_percent,
    count(*) FILTER (WHERE failed > 0 AND served = 0) AS bad_hours
FROM report.endpoint_availability_hourly
WHERE hour >= :'from' AND hour < :'to'
GROUP BY endpoint, model
ORDER BY availability_percent NULLS LAST, endpoint, model;
