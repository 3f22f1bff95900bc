-- Several nodes on one database: who leads, and what changed, in the order it was committed.

CREATE TABLE leader (
    id          smallint PRIMARY KEY CHECK (id = 1),
    generation  bigint      NOT NULL,
    node        text        NOT NULL,
    name        text        NOT NULL,
    since       timestamptz NOT NULL
);
INSERT INTO leader VALUES (1, 0, '', '', now());
COMMENT ON TABLE leader IS 'The node that runs scheduled work, as the last one that took the advisory lock wrote it; one row';
COMMENT ON COLUMN leader.generation IS 'Grows with each take-over, so that work of a former leader can be told and refused';
COMMENT ON COLUMN leader.node IS 'The node''s id, drawn at each start';
COMMENT ON COLUMN leader.name IS 'The node''s name, for people';

CREATE FUNCTION require_leader(held_generation bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    -- Shared: a take-over waits for the work's transaction, or the work sees the take-over.
    PERFORM 1 FROM leader WHERE id = 1 AND generation = held_generation FOR SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'generation % of the lead is over', held_generation USING ERRCODE = '55000';
    END IF;
END
$$;
COMMENT ON FUNCTION require_leader IS
    'Fails unless that generation still leads; scheduled work calls it first in its transaction';

ALTER TABLE route_change ADD COLUMN origin text NOT NULL DEFAULT '';
COMMENT ON COLUMN route_change.kind IS 'model, endpoint, policy, registration, site, api_key, user or credential';
COMMENT ON COLUMN route_change.subject IS 'Which one; of a registration instance, mask length and address of its EID-Prefix';
COMMENT ON COLUMN route_change.origin IS 'Id of the node that made the change and has it already';

CREATE FUNCTION take_turn() RETURNS void LANGUAGE sql AS $$
    SELECT pg_advisory_xact_lock(hashtext('airouter route_change'))
$$;
COMMENT ON FUNCTION take_turn IS
    'Lets one transaction at a time change what is routed, until it ends: versions become visible in their order';

CREATE FUNCTION record_route_change(changed_kind text, changed_subject text, changed_by text)
RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    made bigint;
BEGIN
    PERFORM take_turn();
    INSERT INTO route_change (kind, subject, origin)
        VALUES (changed_kind, changed_subject, changed_by) RETURNING version INTO made;
    PERFORM pg_notify('route_change', made::text);
    RETURN made;
END
$$;
COMMENT ON FUNCTION record_route_change IS
    'Tells the other nodes of a change, in its transaction and before its rows are written; returns its version';

ALTER TABLE accepted_nonces ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now();
COMMENT ON COLUMN accepted_nonces.updated_at IS 'So that other nodes find what is new';
