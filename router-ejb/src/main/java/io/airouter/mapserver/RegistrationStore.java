package io.airouter.mapserver;

import io.airouter.lisp.EidPrefix;
import java.time.Instant;
import java.util.List;

/**
 * Where registrations and accepted nonces are kept over restarts, so that a restart neither forgets
 * who registered nor accepts a replay. Each call is one transaction, durable when it returns, and
 * throws unchecked where the database fails.
 */
public interface RegistrationStore {
  /** All registrations, those that have run out included. */
  List<Registration> load();

  /** Those of exactly that EID-Prefix. */
  List<Registration> load(EidPrefix eid);

  /** Those that were last seen after that time, by the clock of the node that saw them. */
  List<Registration> seenSince(Instant time);

  /** The accepted nonces of all xTRs; they outlive the registrations. */
  List<AcceptedNonces> loadNonces();

  /** Those written after that time. */
  List<AcceptedNonces> noncesSince(Instant time);

  /** What one Map-Register changes: all of it or nothing. */
  void commit(RegistrationCommit commit);

  /**
   * Writes what refreshes moved, in one batch now and then: {@code lastSeen} and {@code expiresAt}
   * of those registrations that are still kept, and the nonces, beside those other nodes accepted.
   */
  void refresh(List<Registration> seen, List<AcceptedNonces> nonces);

  /**
   * Forgets registrations that ran out by {@code now}; unknown keys are no error, and such as
   * another node refreshed stay.
   */
  void expire(List<RegistrationKey> expired, Instant now);

  /** Forgets registrations that are no longer allowed; unknown keys are no error. */
  void remove(List<RegistrationKey> revoked);
}
