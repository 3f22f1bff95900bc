-- LISP sites and what they registered.

CREATE TABLE site (
    name                   text PRIMARY KEY,
    accept_more_specifics  boolean NOT NULL,
    replay_mode            text    NOT NULL CHECK (replay_mode IN ('strict', 'window', 'off')),
    notify_port            text    NOT NULL CHECK (notify_port IN ('lisp_control', 'source'))
);
COMMENT ON TABLE site IS 'Who may register EID-Prefixes by LISP Map-Register';
COMMENT ON COLUMN site.accept_more_specifics IS 'Whether EIDs within a prefix may be registered, or the prefix only';
COMMENT ON COLUMN site.replay_mode IS 'What a nonce must be: above the last (strict), not a recent one (window), anything (off)';
COMMENT ON COLUMN site.notify_port IS 'Where a Map-Notify goes: port 4342 or the Map-Register''s source port';

CREATE TABLE site_eid_prefix (
    site         text    NOT NULL REFERENCES site ON DELETE CASCADE,
    position     integer NOT NULL,
    instance_id  bigint  NOT NULL,
    address      text    NOT NULL,
    mask_length  integer NOT NULL,
    PRIMARY KEY (site, position)
);
COMMENT ON TABLE site_eid_prefix IS 'What a site may register';
COMMENT ON COLUMN site_eid_prefix.address IS 'IPv4, IPv6 or MAC address, or name:<distinguished name>, a prefix of names with * behind it';

CREATE TABLE site_key (
    site       text    NOT NULL REFERENCES site ON DELETE CASCADE,
    position   integer NOT NULL,
    key_id     integer NOT NULL CHECK (key_id BETWEEN 0 AND 255),
    algorithm  text    NOT NULL,
    sealed     bytea   NOT NULL,
    sealed_by  text    NOT NULL,
    PRIMARY KEY (site, position)
);
COMMENT ON TABLE site_key IS 'The secrets a site signs with, AES-256-GCM';
COMMENT ON COLUMN site_key.key_id IS 'The Key ID of the packet';
COMMENT ON COLUMN site_key.sealed_by IS 'Which key seals the secret; that key is not in the database';

CREATE TABLE registration (
    site           text        NOT NULL REFERENCES site ON DELETE CASCADE,
    instance_id    bigint      NOT NULL,
    address        text        NOT NULL,
    mask_length    integer     NOT NULL,
    registrant     text        NOT NULL,
    locators       jsonb       NOT NULL,
    ttl_minutes    bigint      NOT NULL,
    proxy_reply    boolean     NOT NULL,
    merge          boolean     NOT NULL,
    registered_at  timestamptz NOT NULL,
    last_seen      timestamptz NOT NULL,
    expires_at     timestamptz NOT NULL,
    PRIMARY KEY (site, instance_id, address, mask_length, registrant)
);
COMMENT ON TABLE registration IS 'What one xTR said of one EID-Prefix';
COMMENT ON COLUMN registration.registrant IS 'The xTR-ID in hexadecimal, or the source address';
COMMENT ON COLUMN registration.locators IS 'An array of {rloc, priority, weight, multicast_priority, multicast_weight, local, probed, reachable}';
COMMENT ON COLUMN registration.ttl_minutes IS 'What ITRs are told';
COMMENT ON COLUMN registration.proxy_reply IS 'P bit: the Map-Server answers for the site';
COMMENT ON COLUMN registration.merge IS 'a bit: locators of the site''s xTRs are merged';

CREATE TABLE accepted_nonces (
    site    text     NOT NULL REFERENCES site ON DELETE CASCADE,
    key_id  integer  NOT NULL,
    xtr     text     NOT NULL,
    nonces  bigint[] NOT NULL,
    PRIMARY KEY (site, key_id, xtr)
);
COMMENT ON TABLE accepted_nonces IS 'Nonces accepted lately, so that a restart accepts no replay';
COMMENT ON COLUMN accepted_nonces.xtr IS 'The xTR-ID in hexadecimal, empty where none was sent';
COMMENT ON COLUMN accepted_nonces.nonces IS 'The newest last; unsigned, so half of them look negative';
