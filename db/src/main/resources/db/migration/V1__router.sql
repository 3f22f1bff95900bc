-- The router's tables: what is routed, who may do what, what was routed.
-- Words (dialect, role, outcome ...) are lower case, as in the API. Times are UTC.

-- What is routed ---------------------------------------------------------------------------------

CREATE TABLE model (
    id                   text PRIMARY KEY,
    name                 text    NOT NULL,
    dialect              text    NOT NULL CHECK (dialect IN ('openai', 'anthropic', 'ollama')),
    upstream_name        text    NOT NULL,
    context_window       integer NOT NULL CHECK (context_window >= max_tokens),
    max_tokens           integer NOT NULL CHECK (max_tokens > 0),
    price_input          numeric NOT NULL CHECK (price_input >= 0),
    price_output         numeric NOT NULL CHECK (price_output >= 0),
    price_cached_input   numeric NOT NULL CHECK (price_cached_input >= 0),
    requests_per_minute  bigint CHECK (requests_per_minute > 0),
    tokens_per_minute    bigint CHECK (tokens_per_minute > 0),
    service_eid          text    NOT NULL UNIQUE,
    registration_scheme  text    NOT NULL CHECK (registration_scheme IN ('http', 'https')),
    registration_port    integer NOT NULL CHECK (registration_port BETWEEN 1 AND 65535),
    registration_path    text    NOT NULL,
    enabled              boolean NOT NULL
);
COMMENT ON TABLE model IS 'AI models: the identities that callers, DNS and LISP name';
COMMENT ON COLUMN model.id IS 'Name within the router, also the DNS name below the zone, such as gpt-4';
COMMENT ON COLUMN model.upstream_name IS 'The model''s name in the upstream''s API';
COMMENT ON COLUMN model.context_window IS 'Tokens of prompt and answer together';
COMMENT ON COLUMN model.max_tokens IS 'Tokens of one answer at most';
COMMENT ON COLUMN model.price_input IS 'For 1,000,000 input tokens, in the operator''s currency';
COMMENT ON COLUMN model.price_output IS 'For 1,000,000 output tokens';
COMMENT ON COLUMN model.price_cached_input IS 'For 1,000,000 input tokens served from the upstream''s prompt cache';
COMMENT ON COLUMN model.requests_per_minute IS 'NULL for no limit';
COMMENT ON COLUMN model.tokens_per_minute IS 'NULL for no limit';
COMMENT ON COLUMN model.service_eid IS 'IPv4 or IPv6 address that stands for the model in LISP';
COMMENT ON COLUMN model.registration_scheme IS 'Completes a locator registered by LISP to a URL, with port and path';

CREATE TABLE model_capability (
    model_id    text NOT NULL REFERENCES model ON DELETE CASCADE,
    query_type  text NOT NULL,
    capability  text NOT NULL CHECK (capability IN ('excellent', 'good', 'fair', 'poor')),
    PRIMARY KEY (model_id, query_type)
);
COMMENT ON TABLE model_capability IS 'How well a model does each type of query; a missing one counts as fair';

CREATE TABLE endpoint (
    id           text PRIMARY KEY,
    model_id     text    NOT NULL REFERENCES model ON DELETE CASCADE,
    base_url     text    NOT NULL,
    priority     integer NOT NULL CHECK (priority BETWEEN 0 AND 255),
    weight       integer NOT NULL CHECK (weight BETWEEN 0 AND 100),
    credential   text,
    origin       text    NOT NULL CHECK (origin IN ('configured', 'imported')),
    admin_state  text    NOT NULL CHECK (admin_state IN ('active', 'draining', 'maintenance'))
);
CREATE INDEX endpoint_model ON endpoint (model_id);
COMMENT ON TABLE endpoint IS 'Locations of models, but those that registered themselves by LISP; health is not kept';
COMMENT ON COLUMN endpoint.priority IS 'Lower first; 255 is never used (RFC 9301)';
COMMENT ON COLUMN endpoint.weight IS 'Share among the endpoints of one priority';
COMMENT ON COLUMN endpoint.credential IS 'Name of the secret to call it with, see table credential';

CREATE TABLE workload_class (
    name                  text PRIMARY KEY,
    position              integer NOT NULL,
    default_priority      text    NOT NULL CHECK (default_priority IN ('low', 'medium', 'high')),
    max_cost              numeric CHECK (max_cost >= 0),
    max_latency_ms        bigint CHECK (max_latency_ms >= 0),
    weight_capability     double precision,
    weight_load           double precision,
    weight_cost           double precision,
    weight_response_time  double precision,
    CHECK (num_nulls(weight_capability, weight_load, weight_cost, weight_response_time) IN (0, 4))
);
COMMENT ON TABLE workload_class IS 'Callers of one kind and the policy that routes their queries';
COMMENT ON COLUMN workload_class.position IS 'Order in lists';
COMMENT ON COLUMN workload_class.max_cost IS 'For one query; NULL for no limit';
COMMENT ON COLUMN workload_class.weight_capability IS 'The class''s own scoring weights, all four or none (then those of table policy)';

CREATE TABLE workload_class_source (
    class     text    NOT NULL REFERENCES workload_class ON DELETE CASCADE,
    position  integer NOT NULL,
    prefix    text    NOT NULL,
    PRIMARY KEY (class, position),
    -- Deferred: one edit may move a prefix from one class to another.
    CONSTRAINT workload_class_source_once UNIQUE (prefix) DEFERRABLE INITIALLY DEFERRED
);
COMMENT ON TABLE workload_class_source IS 'Source EID-Prefixes; a caller''s class is the longest match';

CREATE TABLE workload_class_model (
    class     text NOT NULL REFERENCES workload_class ON DELETE CASCADE,
    model_id  text NOT NULL,
    PRIMARY KEY (class, model_id)
);
COMMENT ON TABLE workload_class_model IS 'The only models a class may use; no row for all models';

CREATE TABLE policy (
    id                    smallint PRIMARY KEY CHECK (id = 1),
    weight_capability     double precision NOT NULL,
    weight_load           double precision NOT NULL,
    weight_cost           double precision NOT NULL,
    weight_response_time  double precision NOT NULL
);
COMMENT ON TABLE policy IS 'The scoring weights of classes without their own; one row';

CREATE TABLE route_change (
    version  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ts       timestamptz NOT NULL DEFAULT now(),
    kind     text        NOT NULL,
    subject  text        NOT NULL
);
COMMENT ON TABLE route_change IS 'What changed, by version, so that other nodes can catch up';

-- Who may do what --------------------------------------------------------------------------------

CREATE TABLE router_user (
    name                  text PRIMARY KEY,
    password_hash         text        NOT NULL,
    role                  text        NOT NULL CHECK (role IN ('viewer', 'operator', 'admin')),
    must_change_password  boolean     NOT NULL,
    created_at            timestamptz NOT NULL
);
COMMENT ON COLUMN router_user.password_hash IS 'pbkdf2-sha256$iterations$salt$hash';

CREATE TABLE api_key (
    id          text PRIMARY KEY,
    name        text        NOT NULL,
    prefix      text        NOT NULL,
    hash        text        NOT NULL UNIQUE,
    created_by  text        NOT NULL,
    created_at  timestamptz NOT NULL,
    expires_at  timestamptz,
    enabled     boolean     NOT NULL
);
COMMENT ON TABLE api_key IS 'Keys of the gateway; the secret itself is not kept';
COMMENT ON COLUMN api_key.prefix IS 'The readable part of the secret, to recognise a key by';
COMMENT ON COLUMN api_key.hash IS 'SHA-256 of the secret, hexadecimal';
COMMENT ON COLUMN api_key.enabled IS 'False once revoked';

CREATE TABLE credential (
    name    text PRIMARY KEY,
    sealed  bytea NOT NULL,
    key_id  text  NOT NULL
);
COMMENT ON TABLE credential IS 'Secrets that endpoints are called with, AES-256-GCM';
COMMENT ON COLUMN credential.sealed IS 'Nonce, ciphertext and tag';
COMMENT ON COLUMN credential.key_id IS 'Which key seals it; the key is not in the database';

CREATE TABLE audit_log (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ts       timestamptz NOT NULL,
    actor    text        NOT NULL,
    action   text        NOT NULL,
    subject  text        NOT NULL,
    detail   text        NOT NULL
);
CREATE INDEX audit_log_ts ON audit_log (ts);
COMMENT ON TABLE audit_log IS 'Administrative actions: who did what to which thing';
COMMENT ON COLUMN audit_log.action IS 'subject.verb, such as api_key.created';

-- What was routed --------------------------------------------------------------------------------

CREATE TABLE routing_history (
    request_id           text             NOT NULL,
    ts                   timestamptz      NOT NULL,
    face                 text             NOT NULL,
    caller               text             NOT NULL,
    source_eid           text             NOT NULL,
    workload_class       text             NOT NULL,
    query_type           text             NOT NULL,
    complexity           double precision NOT NULL,
    priority             text             NOT NULL,
    model_id             text,
    endpoint_id          text,
    method               text             NOT NULL,
    outcome              text             NOT NULL,
    status               integer,
    attempts             integer          NOT NULL,
    input_tokens         bigint           NOT NULL,
    output_tokens        bigint           NOT NULL,
    cached_input_tokens  bigint           NOT NULL,
    tokens_estimated     boolean          NOT NULL,
    cost                 numeric          NOT NULL,
    routing_us           bigint           NOT NULL,
    total_us             bigint           NOT NULL,
    streamed             boolean          NOT NULL,
    score                double precision NOT NULL,
    decision             jsonb            NOT NULL
) PARTITION BY RANGE (ts);
-- A retried batch writes no row twice. Partitioned, so it must hold ts as well.
CREATE UNIQUE INDEX routing_history_once ON routing_history (request_id, ts);
CREATE INDEX routing_history_ts ON routing_history USING brin (ts);
CREATE INDEX routing_history_caller ON routing_history (caller, ts);
CREATE INDEX routing_history_endpoint ON routing_history (endpoint_id, ts);
COMMENT ON TABLE routing_history IS 'One row a routed query, in a partition a day; no prompt and no answer';
COMMENT ON COLUMN routing_history.ts IS 'When the query came in';
COMMENT ON COLUMN routing_history.face IS 'The API it came in by';
COMMENT ON COLUMN routing_history.caller IS 'Name of the API key or user, or anonymous';
COMMENT ON COLUMN routing_history.method IS 'What chose the endpoint: LISP + DNS, LISP, DNS or Direct';
COMMENT ON COLUMN routing_history.outcome IS 'ok, dry_run, no_endpoint, upstream_error, rejected or client_gone';
COMMENT ON COLUMN routing_history.status IS 'The upstream''s HTTP status, where there was one';
COMMENT ON COLUMN routing_history.attempts IS 'How many endpoints were called';
COMMENT ON COLUMN routing_history.cached_input_tokens IS 'Part of input_tokens';
COMMENT ON COLUMN routing_history.tokens_estimated IS 'True where the upstream told no usage';
COMMENT ON COLUMN routing_history.cost IS 'In the operator''s currency';
COMMENT ON COLUMN routing_history.routing_us IS 'Microseconds until the endpoint was chosen';
COMMENT ON COLUMN routing_history.total_us IS 'Microseconds until the answer was complete';
COMMENT ON COLUMN routing_history.score IS 'The chosen model''s score, 0 to 1';
COMMENT ON COLUMN routing_history.decision IS 'The decision as the API shows it';

CREATE TABLE routing_history_default PARTITION OF routing_history DEFAULT;
COMMENT ON TABLE routing_history_default IS 'Rows of days without a partition; should be empty';

CREATE FUNCTION make_history_partitions(
    days_ahead integer,
    first_day  date DEFAULT (now() AT TIME ZONE 'UTC')::date
) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
    made       integer := 0;
    day        date;
    partition  text;
    lower_ts   timestamptz;
    upper_ts   timestamptz;
BEGIN
    -- Nodes that start together take turns.
    PERFORM pg_advisory_xact_lock(hashtext('routing_history partitions'));
    FOR offset_days IN 0 .. days_ahead LOOP
        day := first_day + offset_days;
        partition := 'routing_history_' || to_char(day, 'YYYYMMDD');
        CONTINUE WHEN to_regclass(partition) IS NOT NULL;
        lower_ts := day::timestamp AT TIME ZONE 'UTC';
        upper_ts := (day + 1)::timestamp AT TIME ZONE 'UTC';
        EXECUTE format('CREATE TABLE %I (LIKE routing_history INCLUDING ALL)', partition);
        -- Rows that came before their partition did; attaching refuses while they stay.
        EXECUTE format(
            'WITH early AS (DELETE FROM routing_history_default WHERE ts >= %L AND ts < %L RETURNING *)
             INSERT INTO %I SELECT * FROM early', lower_ts, upper_ts, partition);
        EXECUTE format(
            'ALTER TABLE routing_history ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
            partition, lower_ts, upper_ts);
        made := made + 1;
    END LOOP;
    RETURN made;
END
$$;
COMMENT ON FUNCTION make_history_partitions IS
    'Makes the missing daily partitions of routing_history from first_day to that many days ahead; returns how many';

SELECT make_history_partitions(7);
