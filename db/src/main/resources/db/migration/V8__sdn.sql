-- SDN controllers: who they are, how it stands with them, what was done at them.

CREATE TABLE sdn_controller (
    name        text PRIMARY KEY CHECK (name ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
    type        text    NOT NULL CHECK (type IN ('opendaylight')),
    url         text    NOT NULL,
    username    text,
    sealed      bytea,
    key_id      text,
    publish     boolean NOT NULL,
    imports     boolean NOT NULL,
    trust_pem   text,
    source      text    NOT NULL CHECK (source IN ('configured', 'made')),
    CHECK (num_nulls(username, sealed, key_id) IN (0, 3))
);
COMMENT ON TABLE sdn_controller IS 'SDN controllers of router.yaml and of the operators';
COMMENT ON COLUMN sdn_controller.sealed IS 'The password, AES-256-GCM: nonce, ciphertext and tag';
COMMENT ON COLUMN sdn_controller.key_id IS 'Which key seals it; the key is not in the database';
COMMENT ON COLUMN sdn_controller.publish IS 'Whether the mappings of models are kept up to date there';
COMMENT ON COLUMN sdn_controller.imports IS 'Whether what xTRs registered there becomes endpoints';
COMMENT ON COLUMN sdn_controller.trust_pem IS 'Certificates it may be signed by; NULL for those the JVM trusts';
COMMENT ON COLUMN sdn_controller.source IS 'configured by router.yaml, made by an operator';

CREATE TABLE sdn_state (
    controller          text PRIMARY KEY REFERENCES sdn_controller ON DELETE CASCADE,
    condition           text    NOT NULL,
    reason              text    NOT NULL,
    last_attempt        timestamptz,
    last_success        timestamptz,
    next_attempt        timestamptz,
    failures            integer NOT NULL,
    applied_generation  bigint  NOT NULL,
    imported            integer NOT NULL,
    compared            jsonb   NOT NULL
);
COMMENT ON TABLE sdn_state IS 'How it stands with each controller, as the leading node saw it last';
COMMENT ON COLUMN sdn_state.failures IS 'In a row';
COMMENT ON COLUMN sdn_state.applied_generation IS 'The newest version of route_change that is known to have arrived; the wanted generation is the newest there is';
COMMENT ON COLUMN sdn_state.compared IS 'Each row: wanted beside installed';

CREATE TABLE sdn_published (
    controller  text NOT NULL REFERENCES sdn_controller ON DELETE CASCADE,
    eid         text NOT NULL,
    content     text NOT NULL,
    PRIMARY KEY (controller, eid)
);
COMMENT ON TABLE sdn_published IS 'Rows at controllers that the router wrote, and so may delete; kept before they are written';
COMMENT ON COLUMN sdn_published.content IS 'What was last seen there as wanted; empty until then';

CREATE TABLE sdn_imported (
    controller  text NOT NULL REFERENCES sdn_controller ON DELETE CASCADE,
    endpoint    text NOT NULL,
    last_seen   timestamptz NOT NULL,
    said        text NOT NULL,
    PRIMARY KEY (controller, endpoint)
);
COMMENT ON TABLE sdn_imported IS 'Endpoints that were learnt from a controller';
COMMENT ON COLUMN sdn_imported.said IS 'Priority and weight of the registration; what an operator set stays while it says the same';
COMMENT ON COLUMN sdn_imported.last_seen IS 'When the registration behind it was last read';

CREATE TABLE sdn_request (
    id                  text PRIMARY KEY,
    controller          text NOT NULL REFERENCES sdn_controller ON DELETE CASCADE,
    actor               text NOT NULL,
    asked_at            timestamptz NOT NULL,
    accepted_deletions  integer NOT NULL CHECK (accepted_deletions >= 0),
    outcome             text
);
CREATE INDEX sdn_request_open ON sdn_request (asked_at) WHERE outcome IS NULL;
COMMENT ON TABLE sdn_request IS 'What operators asked the leading node to push or import';
COMMENT ON COLUMN sdn_request.outcome IS 'NULL until it is done';

CREATE TABLE sdn_audit (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ts          timestamptz NOT NULL,
    controller  text NOT NULL,
    actor       text NOT NULL,
    request_id  text NOT NULL,
    action      text NOT NULL CHECK (action IN
        ('plan', 'refuse', 'create', 'replace', 'delete', 'import', 'withdraw')),
    subject     text NOT NULL,
    before      text NOT NULL,
    after       text NOT NULL,
    status      integer,
    outcome     text NOT NULL
);
CREATE INDEX sdn_audit_controller ON sdn_audit (controller, id);
COMMENT ON TABLE sdn_audit IS 'What was done at controllers; only grows, and outlives them';
COMMENT ON COLUMN sdn_audit.request_id IS 'Shared by all that one round did';
COMMENT ON COLUMN sdn_audit.before IS 'What stood there, or the plan in one line';
COMMENT ON COLUMN sdn_audit.status IS 'Of HTTP, where there was an answer';

CREATE FUNCTION sdn_audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'sdn_audit only grows';
END
$$;
CREATE TRIGGER sdn_audit_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON sdn_audit
    FOR EACH STATEMENT EXECUTE FUNCTION sdn_audit_only_grows();
