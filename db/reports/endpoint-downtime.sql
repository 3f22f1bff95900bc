-- Question:   How long did the health checks find each endpoint down?
-- Parameters: from, to (times; the last 7 days)
-- Columns:    endpoint, node (the router that checked), failures (times it became critical),
--             down_minutes, watched_minutes (critical, passing or warning), up_percent of these
\ir period.psql
WITH span AS (
    SELECT endpoint, node, state, since,
        extract(epoch FROM least(coalesce(until, now()), :'to'::timestamptz)
            - greatest(since, :'from'::timestamptz)) / 60 AS minutes
    FROM report.endpoint_health
    WHERE since < :'to' AND coalesce(until, now()) > :'from'
        AND state IN ('critical', 'passing', 'warning'))
SELECT endpoint, node, count(*) FILTER (WHERE state = 'critical' AND since >= :'from') AS failures,
    round(coalesce(sum(minutes) FILTER (WHERE state = 'critical'), 0), 1) AS down_minutes,
    round(sum(minutes), 1) AS watched_minutes,
    round(100 * coalesce(sum(minutes) FILTER (WHERE state <> 'critical'), 0) / nullif(sum(minutes), 0), 3)
        AS up_percent
FROM span
GROUP BY endpoint, node
ORDER BY up_percent, endpoint, node;
