-- What was routed, added up by the hour; its upkeep; and the views that reports read.

-- Rollups ----------------------------------------------------------------------------------------

CREATE TABLE routing_1h (
    hour                 timestamptz NOT NULL,
    model_id             text        NOT NULL,
    endpoint_id          text        NOT NULL,
    workload_class       text        NOT NULL,
    caller               text        NOT NULL,
    requests             bigint      NOT NULL,
    dry_runs             bigint      NOT NULL,
    succeeded            bigint      NOT NULL,
    errors               bigint      NOT NULL,
    rejected             bigint      NOT NULL,
    client_gone          bigint      NOT NULL,
    fallbacks            bigint      NOT NULL,
    attempts             bigint      NOT NULL,
    input_tokens         bigint      NOT NULL,
    output_tokens        bigint      NOT NULL,
    cached_input_tokens  bigint      NOT NULL,
    cost                 numeric     NOT NULL,
    total_us             bigint      NOT NULL,
    max_us               bigint      NOT NULL,
    latency_bucket       smallint[]  NOT NULL,
    latency_count        bigint[]    NOT NULL,
    PRIMARY KEY (hour, model_id, endpoint_id, workload_class, caller)
);
COMMENT ON TABLE routing_1h IS 'routing_history by the hour (UTC), kept longer than it; made by roll_up_history';
COMMENT ON COLUMN routing_1h.model_id IS 'Empty where no model was chosen';
COMMENT ON COLUMN routing_1h.endpoint_id IS 'The one called last; empty where none was';
COMMENT ON COLUMN routing_1h.requests IS 'Of any outcome, dry runs included';
COMMENT ON COLUMN routing_1h.errors IS 'Outcomes no_endpoint and upstream_error';
COMMENT ON COLUMN routing_1h.fallbacks IS 'Requests that needed more than one attempt';
COMMENT ON COLUMN routing_1h.total_us IS 'Sum over all requests but dry runs, as max_us and latency_count are of them';
COMMENT ON COLUMN routing_1h.latency_bucket IS 'Numbers of latency_bucket() that occurred, ascending';
COMMENT ON COLUMN routing_1h.latency_count IS 'How many requests fell into the bucket of the same place';

CREATE TABLE endpoint_1h (
    hour         timestamptz NOT NULL,
    endpoint_id  text        NOT NULL,
    model_id     text        NOT NULL,
    calls        bigint      NOT NULL,
    served       bigint      NOT NULL,
    failed       bigint      NOT NULL,
    PRIMARY KEY (hour, endpoint_id, model_id)
);
COMMENT ON TABLE endpoint_1h IS
    'Calls of each endpoint by the hour (UTC), also those that a fallback made good; made by roll_up_history';
COMMENT ON COLUMN endpoint_1h.failed IS
    'For the endpoint''s fault; neither served nor failed is a call that the caller left or that was refused for what it asked';

CREATE TABLE routing_touched (hour timestamptz NOT NULL);
CREATE INDEX routing_touched_hour ON routing_touched (hour);
COMMENT ON TABLE routing_touched IS
    'Hours that got rows since they were rolled up: one row a statement, deleted by roll_up_history';

CREATE TABLE routing_rollup (
    id            smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    rolled_up_to  timestamptz NOT NULL,
    kept_from     timestamptz NOT NULL
);
COMMENT ON TABLE routing_rollup IS 'How far the rollups are; one row';
COMMENT ON COLUMN routing_rollup.rolled_up_to IS
    'The watermark: each row of routing_history committed before it is counted in the rollups';
COMMENT ON COLUMN routing_rollup.kept_from IS
    'History before it was dropped, so that its hours are never rolled up again';
INSERT INTO routing_rollup (rolled_up_to, kept_from) VALUES ('-infinity', '-infinity');

-- Relative buckets: each is 2 % wide, so that its middle is at most 1 % from any value in it.
CREATE FUNCTION latency_bucket(micros bigint) RETURNS smallint
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT ceil(ln(greatest(micros, 1)::double precision)
                / ln(1.01::double precision / 0.99::double precision))::smallint
$$;
COMMENT ON FUNCTION latency_bucket IS
    'The bucket of a latency in microseconds: i holds those above g^(i-1) and up to g^i, g = 1.01/0.99';

CREATE FUNCTION mark_touched_hours() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- Never merged with a mark that stands: a rollup may be deleting that one, and this row is
    -- not yet visible to it.
    INSERT INTO routing_touched SELECT DISTINCT date_trunc('hour', ts, 'UTC') FROM fresh;
    RETURN NULL;
END
$$;
CREATE TRIGGER routing_history_touched AFTER INSERT ON routing_history
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION mark_touched_hours();
INSERT INTO routing_touched SELECT DISTINCT date_trunc('hour', ts, 'UTC') FROM routing_history;

CREATE FUNCTION roll_up_hour(which timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM routing_1h WHERE hour = which;
    INSERT INTO routing_1h
    WITH part AS (
        SELECT coalesce(model_id, '') AS m, coalesce(endpoint_id, '') AS e, workload_class AS w,
            caller AS c, outcome <> 'dry_run' AS called, latency_bucket(total_us) AS bucket,
            count(*) AS n,
            count(*) FILTER (WHERE outcome = 'ok') AS succeeded,
            count(*) FILTER (WHERE outcome IN ('no_endpoint', 'upstream_error')) AS errors,
            count(*) FILTER (WHERE outcome = 'rejected') AS rejected,
            count(*) FILTER (WHERE outcome = 'client_gone') AS client_gone,
            count(*) FILTER (WHERE attempts > 1) AS fallbacks, sum(attempts) AS attempts,
            sum(input_tokens) AS input, sum(output_tokens) AS output,
            sum(cached_input_tokens) AS cached, sum(cost) AS cost,
            sum(total_us) AS total_us, max(total_us) AS max_us
        FROM routing_history WHERE ts >= which AND ts < which + interval '1 hour'
        GROUP BY 1, 2, 3, 4, 5, 6)
    SELECT which, m, e, w, c, sum(n), coalesce(sum(n) FILTER (WHERE NOT called), 0), sum(succeeded),
        sum(errors), sum(rejected), sum(client_gone), sum(fallbacks), sum(attempts), sum(input),
        sum(output), sum(cached), sum(cost), coalesce(sum(total_us) FILTER (WHERE called), 0),
        coalesce(max(max_us) FILTER (WHERE called), 0),
        coalesce(array_agg(bucket ORDER BY bucket) FILTER (WHERE called), '{}'),
        coalesce(array_agg(n ORDER BY bucket) FILTER (WHERE called), '{}')
    FROM part GROUP BY m, e, w, c;

    DELETE FROM endpoint_1h WHERE hour = which;
    INSERT INTO endpoint_1h
    WITH call AS (
        -- Of the many that went well at once the columns say all; the decision is read of the few.
        SELECT endpoint_id AS e, coalesce(model_id, '') AS m, outcome AS how FROM routing_history
        WHERE ts >= which AND ts < which + interval '1 hour' AND attempts = 1
            AND endpoint_id IS NOT NULL
        UNION ALL
        SELECT a ->> 'endpoint', coalesce(a ->> 'model', ''), a ->> 'outcome'
        FROM routing_history, jsonb_array_elements(CASE jsonb_typeof(decision -> 'attempts')
            WHEN 'array' THEN decision -> 'attempts' ELSE '[]' END) AS a
        WHERE ts >= which AND ts < which + interval '1 hour' AND attempts > 1
            AND a ->> 'endpoint' IS NOT NULL)
    SELECT which, e, m, count(*), count(*) FILTER (WHERE how = 'ok'),
        count(*) FILTER (WHERE how IN
            ('upstream_error', 'connect', 'timeout', 'status', 'rubbish', 'cut'))
    FROM call GROUP BY e, m;
END
$$;
COMMENT ON FUNCTION roll_up_hour IS 'Adds up one hour of routing_history anew';

CREATE FUNCTION roll_up_history(most_hours integer DEFAULT 6) RETURNS integer
LANGUAGE plpgsql AS $$
DECLARE
    began  timestamptz := clock_timestamp();
    kept   timestamptz;
    due    timestamptz[];
    which  timestamptz;
BEGIN
    -- Two nodes that both believe to lead: the second leaves it to the first.
    IF NOT pg_try_advisory_xact_lock(hashtext('routing_1h')) THEN
        RETURN 0;
    END IF;
    SELECT kept_from INTO kept FROM routing_rollup;
    -- The marks go first. A row committed after this brings its own mark, for the next time.
    WITH oldest AS (SELECT DISTINCT hour FROM routing_touched ORDER BY hour LIMIT most_hours),
    taken AS (DELETE FROM routing_touched WHERE hour IN (SELECT hour FROM oldest) RETURNING hour)
    SELECT array_agg(DISTINCT hour) INTO due FROM taken;
    FOREACH which IN ARRAY coalesce(due, '{}') LOOP
        IF which >= kept THEN
            PERFORM roll_up_hour(which);
        END IF;
    END LOOP;
    IF coalesce(cardinality(due), 0) < most_hours THEN
        UPDATE routing_rollup SET rolled_up_to = began;
    END IF;
    RETURN coalesce(cardinality(due), 0);
END
$$;
COMMENT ON FUNCTION roll_up_history IS
    'Adds up the oldest hours that got rows since, at most so many; returns how many. Call it until it returns 0';

CREATE FUNCTION keep_history(
    history_days  integer,
    rollup_days   integer,
    today         date DEFAULT (now() AT TIME ZONE 'UTC')::date,
    OUT made integer, OUT dropped integer, OUT stray bigint
) LANGUAGE plpgsql SET lock_timeout = '2s' AS $$
DECLARE
    -- What is not rolled up yet stays until it is.
    kept       timestamptz := least(
        (today - history_days)::timestamp AT TIME ZONE 'UTC',
        (SELECT date_trunc('day', min(hour), 'UTC') FROM routing_touched));
    day        date;
    partition  text;
BEGIN
    made := make_history_partitions(7, today);
    dropped := 0;
    -- Late rows of a day that has no partition but is still kept.
    FOR day IN SELECT DISTINCT (ts AT TIME ZONE 'UTC')::date FROM routing_history_default
        WHERE ts >= kept AND ts < today::timestamp AT TIME ZONE 'UTC'
    LOOP
        made := made + make_history_partitions(0, day);
    END LOOP;
    FOR partition IN
        SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
        WHERE i.inhparent = 'routing_history'::regclass
            AND c.relname ~ '^routing_history_[0-9]{8}$'
            AND to_date(right(c.relname, 8), 'YYYYMMDD') < (kept AT TIME ZONE 'UTC')::date
    LOOP
        EXECUTE format('DROP TABLE %I', partition);
        dropped := dropped + 1;
    END LOOP;
    UPDATE routing_rollup SET kept_from = greatest(kept_from, kept);
    DELETE FROM routing_history_default WHERE ts < kept;
    DELETE FROM routing_1h WHERE hour < (today - rollup_days)::timestamp AT TIME ZONE 'UTC';
    DELETE FROM endpoint_1h WHERE hour < (today - rollup_days)::timestamp AT TIME ZONE 'UTC';
    SELECT count(*) INTO stray FROM routing_history_default;
END
$$;
COMMENT ON FUNCTION keep_history IS
    'Makes the partitions of 7 days ahead, drops those older than history_days, deletes rollups older than rollup_days; stray = rows that no partition takes';

-- What reports read ------------------------------------------------------------------------------

CREATE SCHEMA report;
COMMENT ON SCHEMA report IS 'Views for reports and BI tools; role report_ro reads them and nothing else';

CREATE FUNCTION report.bucket_ms(bucket smallint) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT 2 * (1.01::double precision / 0.99) ^ bucket::integer / (1.01::double precision / 0.99 + 1) / 1000
$$;
COMMENT ON FUNCTION report.bucket_ms IS
    'The middle of a latency bucket in milliseconds, at most 1 % from any value in it';

CREATE FUNCTION report.percentile_ms(
    fraction double precision, buckets smallint[], counts numeric[]
) RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    WITH merged AS (
        SELECT bucket, sum(n) AS n FROM unnest(buckets, counts) AS part(bucket, n) GROUP BY bucket),
    ranked AS (
        SELECT bucket, sum(n) OVER (ORDER BY bucket) AS reached, sum(n) OVER () AS total FROM merged)
    SELECT report.bucket_ms(min(bucket)) FROM ranked
    WHERE reached >= greatest(ceil(fraction * total::double precision), 1)
$$;
COMMENT ON FUNCTION report.percentile_ms IS
    'The percentile of merged histograms in milliseconds, at most 1 % from that of the rows (nearest rank, percentile_disc); the buckets may repeat, NULL of nothing';

CREATE VIEW report.traffic_hourly AS
SELECT hour, nullif(model_id, '') AS model, nullif(endpoint_id, '') AS endpoint, workload_class,
    caller, requests, dry_runs, succeeded, errors, rejected, client_gone, fallbacks, attempts,
    input_tokens, output_tokens, cached_input_tokens, cost,
    total_us / 1000.0 AS total_ms, max_us / 1000.0 AS max_ms
FROM routing_1h;
COMMENT ON VIEW report.traffic_hourly IS
    'Traffic by hour, model, endpoint, class and caller: sum over what is not asked for';
COMMENT ON COLUMN report.traffic_hourly.hour IS 'Start of the hour';
COMMENT ON COLUMN report.traffic_hourly.model IS 'Model that answered or was asked last; NULL where none was eligible';
COMMENT ON COLUMN report.traffic_hourly.endpoint IS 'Endpoint that answered or was asked last; NULL where none was';
COMMENT ON COLUMN report.traffic_hourly.workload_class IS 'Class of the caller by its source EID';
COMMENT ON COLUMN report.traffic_hourly.caller IS 'Name of the API key or user, or anonymous';
COMMENT ON COLUMN report.traffic_hourly.requests IS 'Queries of any outcome, dry runs included';
COMMENT ON COLUMN report.traffic_hourly.dry_runs IS 'Queries that were only decided; rates are of requests - dry_runs';
COMMENT ON COLUMN report.traffic_hourly.succeeded IS 'Queries that were answered';
COMMENT ON COLUMN report.traffic_hourly.errors IS 'Queries the router could not serve: no endpoint, or all failed';
COMMENT ON COLUMN report.traffic_hourly.rejected IS 'Queries the upstream refused for what they asked';
COMMENT ON COLUMN report.traffic_hourly.client_gone IS 'Queries whose caller left before the end';
COMMENT ON COLUMN report.traffic_hourly.fallbacks IS 'Queries that needed more than one attempt';
COMMENT ON COLUMN report.traffic_hourly.attempts IS 'Calls of endpoints';
COMMENT ON COLUMN report.traffic_hourly.input_tokens IS 'Tokens of prompts';
COMMENT ON COLUMN report.traffic_hourly.output_tokens IS 'Tokens of answers';
COMMENT ON COLUMN report.traffic_hourly.cached_input_tokens IS 'Part of input_tokens that the upstream had cached';
COMMENT ON COLUMN report.traffic_hourly.cost IS 'By the models'' prices at the time, in the operator''s currency';
COMMENT ON COLUMN report.traffic_hourly.total_ms IS 'Response times added up, milliseconds; divide by requests - dry_runs for the average';
COMMENT ON COLUMN report.traffic_hourly.max_ms IS 'The longest response time, milliseconds';

CREATE VIEW report.latency_histogram AS
SELECT r.hour, nullif(r.model_id, '') AS model, nullif(r.endpoint_id, '') AS endpoint,
    r.workload_class, r.caller, h.bucket, report.bucket_ms(h.bucket) AS ms, h.requests
FROM routing_1h r, unnest(r.latency_bucket, r.latency_count) AS h(bucket, requests);
COMMENT ON VIEW report.latency_histogram IS
    'Response times in buckets 2 % wide, to merge: percentile_ms(0.95, array_agg(bucket), array_agg(requests))';
COMMENT ON COLUMN report.latency_histogram.hour IS 'Start of the hour';
COMMENT ON COLUMN report.latency_histogram.model IS 'As in traffic_hourly';
COMMENT ON COLUMN report.latency_histogram.endpoint IS 'As in traffic_hourly';
COMMENT ON COLUMN report.latency_histogram.workload_class IS 'As in traffic_hourly';
COMMENT ON COLUMN report.latency_histogram.caller IS 'As in traffic_hourly';
COMMENT ON COLUMN report.latency_histogram.bucket IS 'Number of the bucket, greater for longer';
COMMENT ON COLUMN report.latency_histogram.ms IS 'Middle of the bucket, milliseconds';
COMMENT ON COLUMN report.latency_histogram.requests IS 'Queries of that response time, dry runs left out';

CREATE VIEW report.latency_hourly AS
WITH merged AS (
    SELECT hour, model, workload_class, bucket, sum(requests) AS n FROM report.latency_histogram
    GROUP BY hour, model, workload_class, bucket),
spread AS (
    SELECT hour, model, workload_class, sum(n)::bigint AS requests,
        array_agg(bucket) AS buckets, array_agg(n) AS counts
    FROM merged GROUP BY hour, model, workload_class),
sums AS (
    SELECT hour, model, workload_class, sum(total_ms) AS total_ms, max(max_ms) AS max_ms
    FROM report.traffic_hourly GROUP BY hour, model, workload_class)
SELECT spread.hour, spread.model, spread.workload_class, spread.requests,
    sums.total_ms / spread.requests AS average_ms,
    report.percentile_ms(0.5, buckets, counts) AS p50_ms,
    report.percentile_ms(0.95, buckets, counts) AS p95_ms,
    report.percentile_ms(0.99, buckets, counts) AS p99_ms,
    sums.max_ms
FROM spread JOIN sums ON sums.hour = spread.hour AND sums.workload_class = spread.workload_class
    AND sums.model IS NOT DISTINCT FROM spread.model;
COMMENT ON VIEW report.latency_hourly IS
    'Response times by hour, model and class; percentiles at most 1 % off. For other spans or groups merge latency_histogram';
COMMENT ON COLUMN report.latency_hourly.hour IS 'Start of the hour';
COMMENT ON COLUMN report.latency_hourly.model IS 'As in traffic_hourly';
COMMENT ON COLUMN report.latency_hourly.workload_class IS 'As in traffic_hourly';
COMMENT ON COLUMN report.latency_hourly.requests IS 'Queries, dry runs left out';
COMMENT ON COLUMN report.latency_hourly.average_ms IS 'Exact mean, milliseconds';
COMMENT ON COLUMN report.latency_hourly.p50_ms IS 'Median, milliseconds';
COMMENT ON COLUMN report.latency_hourly.p95_ms IS '95 of 100 queries took no longer, milliseconds';
COMMENT ON COLUMN report.latency_hourly.p99_ms IS '99 of 100 queries took no longer, milliseconds';
COMMENT ON COLUMN report.latency_hourly.max_ms IS 'The longest, exact, milliseconds';

CREATE VIEW report.cost_daily AS
SELECT (hour AT TIME ZONE 'UTC')::date AS day, model, caller, sum(requests)::bigint AS requests,
    sum(input_tokens)::bigint AS input_tokens, sum(output_tokens)::bigint AS output_tokens,
    sum(cached_input_tokens)::bigint AS cached_input_tokens, sum(cost) AS cost
FROM report.traffic_hourly GROUP BY 1, 2, 3;
COMMENT ON VIEW report.cost_daily IS 'Cost by day (UTC), model and API key';
COMMENT ON COLUMN report.cost_daily.day IS 'Day, UTC';
COMMENT ON COLUMN report.cost_daily.model IS 'As in traffic_hourly';
COMMENT ON COLUMN report.cost_daily.caller IS 'Name of the API key or user, or anonymous';
COMMENT ON COLUMN report.cost_daily.requests IS 'Queries of any outcome, dry runs included';
COMMENT ON COLUMN report.cost_daily.input_tokens IS 'Tokens of prompts';
COMMENT ON COLUMN report.cost_daily.output_tokens IS 'Tokens of answers';
COMMENT ON COLUMN report.cost_daily.cached_input_tokens IS 'Part of input_tokens that the upstream had cached';
COMMENT ON COLUMN report.cost_daily.cost IS 'By the models'' prices at the time, in the operator''s currency';

CREATE VIEW report.fallbacks_hourly AS
SELECT hour, model, workload_class, sum(requests - dry_runs)::bigint AS requests,
    sum(fallbacks)::bigint AS fallbacks, sum(attempts)::bigint AS attempts,
    sum(fallbacks) / nullif(sum(requests - dry_runs), 0) AS fallback_share
FROM report.traffic_hourly GROUP BY hour, model, workload_class;
COMMENT ON VIEW report.fallbacks_hourly IS
    'How often the first endpoint failed and another was asked, by the model asked last';
COMMENT ON COLUMN report.fallbacks_hourly.hour IS 'Start of the hour';
COMMENT ON COLUMN report.fallbacks_hourly.model IS 'As in traffic_hourly';
COMMENT ON COLUMN report.fallbacks_hourly.workload_class IS 'As in traffic_hourly';
COMMENT ON COLUMN report.fallbacks_hourly.requests IS 'Queries, dry runs left out';
COMMENT ON COLUMN report.fallbacks_hourly.fallbacks IS 'Of these, with more than one attempt';
COMMENT ON COLUMN report.fallbacks_hourly.attempts IS 'Calls of endpoints';
COMMENT ON COLUMN report.fallbacks_hourly.fallback_share IS 'fallbacks / requests, 0 to 1; NULL of no requests';

CREATE VIEW report.endpoint_availability_hourly AS
SELECT hour, endpoint_id AS endpoint, nullif(model_id, '') AS model, calls, served, failed,
    served::numeric / nullif(served + failed, 0) AS availability
FROM endpoint_1h;
COMMENT ON VIEW report.endpoint_availability_hourly IS
    'What calls of each endpoint came to, those included that a fallback made good';
COMMENT ON COLUMN report.endpoint_availability_hourly.hour IS 'Start of the hour';
COMMENT ON COLUMN report.endpoint_availability_hourly.endpoint IS 'Id of the endpoint';
COMMENT ON COLUMN report.endpoint_availability_hourly.model IS 'Model it was called for';
COMMENT ON COLUMN report.endpoint_availability_hourly.calls IS 'Calls of any outcome';
COMMENT ON COLUMN report.endpoint_availability_hourly.served IS 'Calls it answered';
COMMENT ON COLUMN report.endpoint_availability_hourly.failed IS 'Calls it failed: no connection, no answer in time, an error or rubbish';
COMMENT ON COLUMN report.endpoint_availability_hourly.availability IS 'served / (served + failed), 0 to 1; NULL where neither';

CREATE VIEW report.endpoint_health AS
SELECT endpoint_id AS endpoint, node, to_state AS state, ts AS since,
    lead(ts) OVER (PARTITION BY endpoint_id, node ORDER BY ts, id) AS until, reason
FROM endpoint_health_event;
COMMENT ON VIEW report.endpoint_health IS
    'How the health checks found each endpoint, span by span, as each node saw it';
COMMENT ON COLUMN report.endpoint_health.endpoint IS 'Id of the endpoint';
COMMENT ON COLUMN report.endpoint_health.node IS 'The router that checked';
COMMENT ON COLUMN report.endpoint_health.state IS 'absent, unknown, passing, warning, critical, draining or maintenance';
COMMENT ON COLUMN report.endpoint_health.since IS 'When it came into that state';
COMMENT ON COLUMN report.endpoint_health.until IS 'When it left it; NULL so far not';
COMMENT ON COLUMN report.endpoint_health.reason IS 'What the check saw';

CREATE VIEW report.lisp_registrations AS
SELECT r.site, r.instance_id, r.address || '/' || r.mask_length AS eid_prefix, r.registrant,
    l.locators, l.rlocs, r.ttl_minutes, r.proxy_reply, r.registered_at, r.last_seen, r.expires_at,
    r.expires_at > now() AS active
FROM registration r CROSS JOIN LATERAL (
    SELECT count(*) AS locators, string_agg(locator ->> 'rloc', ', ' ORDER BY locator ->> 'rloc') AS rlocs
    FROM jsonb_array_elements(r.locators) AS locator) AS l;
COMMENT ON VIEW report.lisp_registrations IS 'What xTRs have registered by LISP, as it stands';
COMMENT ON COLUMN report.lisp_registrations.site IS 'LISP site whose key signed it';
COMMENT ON COLUMN report.lisp_registrations.instance_id IS 'Virtual network';
COMMENT ON COLUMN report.lisp_registrations.eid_prefix IS 'What was registered: address/length';
COMMENT ON COLUMN report.lisp_registrations.registrant IS 'xTR-ID in hexadecimal, or the source address';
COMMENT ON COLUMN report.lisp_registrations.locators IS 'How many locators; 0 is a negative registration';
COMMENT ON COLUMN report.lisp_registrations.rlocs IS 'Their addresses';
COMMENT ON COLUMN report.lisp_registrations.ttl_minutes IS 'How long ITRs may keep it';
COMMENT ON COLUMN report.lisp_registrations.proxy_reply IS 'Whether the Map-Server answers for the site';
COMMENT ON COLUMN report.lisp_registrations.registered_at IS 'First Map-Register of this content';
COMMENT ON COLUMN report.lisp_registrations.last_seen IS 'Latest Map-Register that was kept';
COMMENT ON COLUMN report.lisp_registrations.expires_at IS 'When it lapses unless refreshed';
COMMENT ON COLUMN report.lisp_registrations.active IS 'Whether it has not lapsed';

CREATE VIEW report.queries AS
SELECT ts AS at, request_id, face, caller, source_eid, workload_class, query_type, complexity,
    priority, model_id AS model, endpoint_id AS endpoint, method, outcome, status, attempts,
    input_tokens, output_tokens, cached_input_tokens, tokens_estimated, cost,
    routing_us / 1000.0 AS routing_ms, total_us / 1000.0 AS total_ms, streamed, score
FROM routing_history;
COMMENT ON VIEW report.queries IS
    'Each query, as long as the history is kept; always narrow it by "at", which is what finds the rows fast';
COMMENT ON COLUMN report.queries.at IS 'When it came in';
COMMENT ON COLUMN report.queries.request_id IS 'Names it in API, pages and log';
COMMENT ON COLUMN report.queries.face IS 'The API it came in by';
COMMENT ON COLUMN report.queries.caller IS 'Name of the API key or user, or anonymous';
COMMENT ON COLUMN report.queries.source_eid IS 'The caller''s EID, which decides the class';
COMMENT ON COLUMN report.queries.workload_class IS 'Class of the caller';
COMMENT ON COLUMN report.queries.query_type IS 'What the analysis took it for';
COMMENT ON COLUMN report.queries.complexity IS '0 to 1, by the analysis';
COMMENT ON COLUMN report.queries.priority IS 'low, medium or high';
COMMENT ON COLUMN report.queries.model IS 'Model that answered or was asked last';
COMMENT ON COLUMN report.queries.endpoint IS 'Endpoint that answered or was asked last';
COMMENT ON COLUMN report.queries.method IS 'What chose the endpoint: LISP + DNS, LISP, DNS or Direct';
COMMENT ON COLUMN report.queries.outcome IS 'ok, dry_run, no_endpoint, upstream_error, rejected or client_gone';
COMMENT ON COLUMN report.queries.status IS 'The upstream''s HTTP status, where there was one';
COMMENT ON COLUMN report.queries.attempts IS 'How many endpoints were called';
COMMENT ON COLUMN report.queries.input_tokens IS 'Tokens of the prompt';
COMMENT ON COLUMN report.queries.output_tokens IS 'Tokens of the answer';
COMMENT ON COLUMN report.queries.cached_input_tokens IS 'Part of input_tokens that the upstream had cached';
COMMENT ON COLUMN report.queries.tokens_estimated IS 'True where the upstream told no usage';
COMMENT ON COLUMN report.queries.cost IS 'In the operator''s currency';
COMMENT ON COLUMN report.queries.routing_ms IS 'Milliseconds until the endpoint was chosen';
COMMENT ON COLUMN report.queries.total_ms IS 'Milliseconds until the answer was complete';
COMMENT ON COLUMN report.queries.streamed IS 'Whether the answer was streamed';
COMMENT ON COLUMN report.queries.score IS 'The chosen model''s score, 0 to 1';

CREATE VIEW report.models AS
SELECT m.id AS model, m.name, m.dialect, m.enabled, m.service_eid, m.price_input, m.price_output,
    m.price_cached_input, m.requests_per_minute,
    (SELECT count(*) FROM endpoint e WHERE e.model_id = m.id) AS endpoints
FROM model m;
COMMENT ON VIEW report.models IS 'The models as they are configured now';
COMMENT ON COLUMN report.models.model IS 'Id, as in the other views';
COMMENT ON COLUMN report.models.name IS 'What people call it';
COMMENT ON COLUMN report.models.dialect IS 'API its endpoints speak';
COMMENT ON COLUMN report.models.enabled IS 'Whether it is routed to';
COMMENT ON COLUMN report.models.service_eid IS 'EID that stands for it in LISP';
COMMENT ON COLUMN report.models.price_input IS 'For 1,000,000 input tokens';
COMMENT ON COLUMN report.models.price_output IS 'For 1,000,000 output tokens';
COMMENT ON COLUMN report.models.price_cached_input IS 'For 1,000,000 cached input tokens';
COMMENT ON COLUMN report.models.requests_per_minute IS 'Limit; NULL for none';
COMMENT ON COLUMN report.models.endpoints IS 'Endpoints configured, registered ones not counted';

CREATE VIEW report.freshness AS
SELECT rolled_up_to, nullif(kept_from, '-infinity') AS queries_from,
    (SELECT min(hour) FROM routing_1h) AS rollups_from,
    (SELECT count(DISTINCT hour) FROM routing_touched) AS hours_waiting,
    (SELECT count(*) FROM routing_history_default) AS stray_rows
FROM routing_rollup;
COMMENT ON VIEW report.freshness IS 'How far the hourly views are and how far back they go; one row';
COMMENT ON COLUMN report.freshness.rolled_up_to IS 'Everything written before it is in the hourly and daily views';
COMMENT ON COLUMN report.freshness.queries_from IS 'Older rows of queries were dropped; NULL before the first time';
COMMENT ON COLUMN report.freshness.rollups_from IS 'The oldest hour of the hourly views';
COMMENT ON COLUMN report.freshness.hours_waiting IS 'Hours that got rows since rolled_up_to';
COMMENT ON COLUMN report.freshness.stray_rows IS 'Rows that no daily partition takes; should be 0';

-- Who reads it -----------------------------------------------------------------------------------

CREATE FUNCTION prepare_report_role() RETURNS text LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'report_ro') THEN
        CREATE ROLE report_ro NOLOGIN;
        ALTER ROLE report_ro SET default_transaction_read_only = on;
        ALTER ROLE report_ro SET statement_timeout = '60s';
        ALTER ROLE report_ro SET idle_in_transaction_session_timeout = '5min';
        ALTER ROLE report_ro SET search_path = report;
    END IF;
    GRANT USAGE ON SCHEMA report TO report_ro;
    GRANT SELECT ON ALL TABLES IN SCHEMA report TO report_ro;
    RETURN 'role report_ro may read the views of schema report';
EXCEPTION
    WHEN insufficient_privilege THEN
        RAISE WARNING 'there is no role report_ro, and % may not create it; as one who may, run once: SELECT prepare_report_role()', current_user;
        RETURN 'role report_ro is missing';
    WHEN duplicate_object OR unique_violation THEN
        -- Another database of this server makes it at this moment.
        RAISE WARNING 'role report_ro is being made by another session; run: SELECT prepare_report_role()';
        RETURN 'role report_ro is not ready';
END
$$;
COMMENT ON FUNCTION prepare_report_role IS
    'Makes role report_ro where it is missing (without login) and lets it read schema report; a migration that adds a view calls it again';
SELECT prepare_report_role();
