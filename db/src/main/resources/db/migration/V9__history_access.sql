-- Searching the history of millions of queries, and users that come, change and go.

CREATE INDEX routing_history_model ON routing_history (model_id, ts);
-- Failures are few and looked for most; one index entry each.
CREATE INDEX routing_history_failed ON routing_history (ts)
    WHERE outcome IN ('no_endpoint', 'upstream_error');
-- Sorted by octets: an index in the database's collation finds whole words, but no beginnings.
DROP INDEX routing_history_once;
CREATE UNIQUE INDEX routing_history_once ON routing_history (request_id text_pattern_ops, ts);
DROP INDEX routing_history_caller;
CREATE INDEX routing_history_caller ON routing_history (caller text_pattern_ops, ts);

COMMENT ON TABLE router_user IS 'Who signs in to the pages and asks for tokens';
ALTER TABLE router_user ADD COLUMN enabled boolean NOT NULL DEFAULT true;
COMMENT ON COLUMN router_user.enabled IS 'False while the user may not sign in';
ALTER TABLE router_user ADD COLUMN version bigint NOT NULL DEFAULT 0 CHECK (version >= 0);
COMMENT ON COLUMN router_user.version IS 'Counts changes; an edit of an older version is a conflict';

ALTER TABLE api_key ADD COLUMN last_used_at timestamptz;
COMMENT ON COLUMN api_key.last_used_at IS 'To the minute; NULL for a key that was never used';
