package io.airouter.mapserver;

import java.util.List;

/**
 * Where registrations and accepted nonces are kept over restarts, so that a restart neither forgets
 * who registered nor accepts a replay. Each call is one transaction, durable when it returns, and
 * throws unchecked where the database fails.
 */
public interface RegistrationStore {
  /** All registrations, those that have run out included. */
  List<Registration> load();

  /** The accepted nonces of all xTRs; they outlive the registrations. */
  List<AcceptedNonces> loadNonces();

  /** What one Map-Register changes: all of it or nothing. */
  void commit(RegistrationCommit commit);

  /**
   * Writes what refreshes moved, in one batch now and then: {@code lastSeen} and {@code expiresAt}
   * of those registrations that are still kept, and the nonces, replaced by key.
   */
  void refresh(List<Registration> seen, List<AcceptedNonces> nonces);

  /** Forgets registrations that ran out; unknown keys are no error. */
  void remove(List<RegistrationKey> expired);
}
