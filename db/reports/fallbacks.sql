-- Question:   How often did the first endpoint fail, so that another had to be asked?
-- Parameters: from, to (times; the last 7 days)
-- Columns:    day (UTC), model (asked last), requests (dry runs left out), fallbacks,
--             fallback_percent, attempts (calls of endpoints)
\ir period.psql
SELECT (hour AT TIME ZONE 'UTC')::date AS day, model, sum(requests) AS requests,
    sum(fallbacks) AS fallbacks,
    round(100.0 * sum(fallbacks) / nullif(sum(requests), 0), 2) AS fallback_percent,
    sum(attempts) AS attempts
FROM report.fallbacks_hourly
WHERE hour >= :'from' AND hour < :'to'
GROUP BY day, model
ORDER BY day, model NULLS LAST;
