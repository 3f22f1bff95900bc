-- Question:   At which hour of the day is the router busiest?
-- Parameters: from, to (times; the last 7 days)
-- Columns:    hour_of_day (UTC, 0 to 23); requests on average of the days that had any in that hour;
--             most_requests in one such hour; share_percent of all requests
\ir period.psql
WITH hours AS (
    SELECT hour, sum(requests) AS requests FROM report.traffic_hourly
    WHERE hour >= :'from' AND hour < :'to' GROUP BY hour)
SELECT extract(hour FROM hour AT TIME ZONE 'UTC')::integer AS hour_of_day,
    round(avg(requests), 1) AS requests, max(requests) AS most_requests,
    round(100.0 * sum(requests) / sum(sum(requests)) OVER (), 2) AS share_percent
FROM hours
GROUP BY hour_of_day
ORDER BY requests DESC, hour_of_day;
