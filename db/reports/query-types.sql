-- Question:   What is asked for, and which models answer it at which cost?
-- Parameters: from, to (times; the last 7 days, as far back as single queries are kept)
-- Columns:    query_type, model, queries (dry runs left out), success_percent, average_complexity
--             (0 to 1), average_ms, average_cost
\ir period.psql
SELECT query_type, model, count(*) AS queries,
    round(100.0 * count(*) FILTER (WHERE outcome = 'ok') / count(*), 2) AS success_percent,
    round(avg(complexity)::numeric, 3) AS average_complexity, round(avg(total_ms), 1) AS average_ms,
    round(avg(cost), 6) AS average_cost
FROM report.queries
WHERE at >= :'from' AND at < :'to' AND outcome <> 'dry_run'
GROUP BY query_type, model
ORDER BY query_type, queries DESC, model NULLS LAST;
