-- Alert rules, the alerts they raised, and what webhooks were told.

CREATE TABLE alert_rule (
    id           text PRIMARY KEY,
    name         text             NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    metric       text             NOT NULL,
    comparison   text             NOT NULL CHECK (comparison IN ('>', '>=', '<', '<=')),
    threshold    double precision NOT NULL,
    for_seconds  integer          NOT NULL CHECK (for_seconds BETWEEN 0 AND 86400),
    severity     text             NOT NULL CHECK (severity IN ('info', 'warning', 'critical')),
    enabled      boolean          NOT NULL,
    version      bigint           NOT NULL DEFAULT 1,
    changed_at   timestamptz      NOT NULL DEFAULT now(),
    changed_by   text             NOT NULL
);
COMMENT ON TABLE alert_rule IS 'When a person should look: a metric compared with a threshold, for so long';
COMMENT ON COLUMN alert_rule.metric IS 'One of the words of GET /api/v1/alerts/metrics; a rule of a word this version does not know is not watched';
COMMENT ON COLUMN alert_rule.for_seconds IS 'How long the comparison holds before an alert fires, and does not hold before it is over';
COMMENT ON COLUMN alert_rule.version IS 'Grows by one with each change; the ETag';

INSERT INTO alert_rule (id, name, metric, comparison, threshold, for_seconds, severity, enabled, changed_by) VALUES
    ('high-cpu', 'CPU in use', 'cpu_percent', '>', 80, 120, 'warning', true, 'migration'),
    ('high-memory', 'Memory in use', 'memory_percent', '>', 85, 120, 'warning', true, 'migration'),
    ('high-error-rate', 'Error rate', 'error_rate_percent', '>', 5, 60, 'critical', true, 'migration'),
    ('slow-responses', 'Average response time', 'average_response_seconds', '>', 10, 60, 'warning', true, 'migration'),
    ('high-model-load', 'Model load', 'model_load_percent', '>', 90, 60, 'warning', true, 'migration');

CREATE TABLE alert (
    id               uuid PRIMARY KEY,
    rule_id          text             NOT NULL,
    rule_name        text             NOT NULL,
    metric           text             NOT NULL,
    comparison       text             NOT NULL,
    threshold        double precision NOT NULL,
    for_seconds      integer          NOT NULL,
    severity         text             NOT NULL,
    subject          text             NOT NULL,
    node             text             NOT NULL,
    state            text             NOT NULL CHECK (state IN ('pending', 'firing', 'resolved')),
    value            double precision NOT NULL,
    peak             double precision NOT NULL,
    since            timestamptz      NOT NULL,
    fired_at         timestamptz,
    ended_at         timestamptz,
    ended_because    text             NOT NULL,
    kept_at          timestamptz      NOT NULL,
    acknowledged_by  text,
    acknowledged_at  timestamptz,
    note             text,
    CHECK ((acknowledged_by IS NULL) = (acknowledged_at IS NULL)),
    CHECK ((state = 'resolved') = (ended_at IS NOT NULL))
);
CREATE INDEX alert_since ON alert (since);
CREATE INDEX alert_open ON alert (node) WHERE state <> 'resolved';
COMMENT ON TABLE alert IS 'Each time that a rule''s comparison held, of one rule, subject and node';
COMMENT ON COLUMN alert.rule_id IS 'No reference: the history outlives rules, so the rule''s columns stand here too';
COMMENT ON COLUMN alert.subject IS 'What was read, such as a model''s id; empty for the node as a whole';
COMMENT ON COLUMN alert.value IS 'The newest reading';
COMMENT ON COLUMN alert.peak IS 'The worst reading';
COMMENT ON COLUMN alert.since IS 'When the comparison first held';
COMMENT ON COLUMN alert.kept_at IS 'When the node last wrote the row: each minute while the alert is open';

CREATE TABLE alert_delivery (
    id           uuid PRIMARY KEY,
    alert_id     uuid        NOT NULL,
    webhook      text        NOT NULL,
    event        text        NOT NULL,
    state        text        NOT NULL CHECK (state IN ('waiting', 'delivered', 'failed')),
    attempts     integer     NOT NULL CHECK (attempts >= 0),
    status       integer,
    problem      text        NOT NULL,
    created_at   timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL
);
CREATE INDEX alert_delivery_created ON alert_delivery (created_at);
COMMENT ON TABLE alert_delivery IS 'What webhooks were told, and how often it was tried';
COMMENT ON COLUMN alert_delivery.event IS 'alert.firing or alert.resolved';
COMMENT ON COLUMN alert_delivery.status IS 'The HTTP status of the last attempt, where one came';
COMMENT ON COLUMN alert_delivery.problem IS 'Why the last attempt failed; empty where it did not';
