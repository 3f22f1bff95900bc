-- How endpoints fared: one row each time an endpoint's standing changed, as one node saw it.

CREATE TABLE endpoint_health_event (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    endpoint_id  text        NOT NULL,
    ts           timestamptz NOT NULL,
    from_state   text        NOT NULL CHECK (from_state IN
        ('absent', 'unknown', 'passing', 'warning', 'critical', 'draining', 'maintenance')),
    to_state     text        NOT NULL CHECK (to_state IN
        ('absent', 'unknown', 'passing', 'warning', 'critical', 'draining', 'maintenance')),
    reason       text        NOT NULL,
    node         text        NOT NULL
);
CREATE INDEX endpoint_health_event_endpoint ON endpoint_health_event (endpoint_id, ts);
CREATE INDEX endpoint_health_event_ts ON endpoint_health_event USING brin (ts);
COMMENT ON TABLE endpoint_health_event IS
    'Changes of an endpoint''s standing, kept as long as the routing history; endpoints that left stay named here';
COMMENT ON COLUMN endpoint_health_event.from_state IS
    'Standing before: what the checks said, or what the operator wanted; absent for no such endpoint';
COMMENT ON COLUMN endpoint_health_event.to_state IS 'Standing from ts on';
COMMENT ON COLUMN endpoint_health_event.reason IS 'What the last check saw, for people';
COMMENT ON COLUMN endpoint_health_event.node IS 'The router that saw it; each checks for itself';
