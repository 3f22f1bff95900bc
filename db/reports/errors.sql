-- Question:   Which queries failed, how, and after how many attempts?
-- Parameters: from, to (times; the last 7 days, as far back as single queries are kept)
-- Columns:    model, endpoint (asked last), outcome, status (the upstream's), queries, attempts on
--             average, first_at, last_at, example (a request_id, to be found on the History page)
\ir period.psql
SELECT model, endpoint, outcome, status, count(*) AS queries,
    round(avg(attempts), 2) AS attempts, min(at) AS first_at, max(at) AS last_at,
    min(request_id) AS example
FROM report.queries
WHERE at >= :'from' AND at < :'to' AND outcome NOT IN ('ok', 'dry_run')
GROUP BY model, endpoint, outcome, status
ORDER BY queries DESC, model NULLS LAST, endpoint NULLS LAST, outcome, status;
