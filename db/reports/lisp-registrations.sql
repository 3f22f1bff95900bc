-- Question:   What have LISP sites registered, and what has lapsed?
-- Parameters: none
-- Columns:    site, instance_id, eid_prefix, registrant (xTR-ID or address), locators, rlocs,
--             registered_at, last_seen, expires_at, active
SELECT site, instance_id, eid_prefix, registrant, locators, rlocs, registered_at, last_seen,
    expires_at, active
FROM report.lisp_registrations
ORDER BY site, instance_id, eid_prefix, registrant;
