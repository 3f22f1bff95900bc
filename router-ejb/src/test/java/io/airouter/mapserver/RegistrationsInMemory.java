package io.airouter.mapserver;

import io.airouter.lisp.EidPrefix;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Registrations without a database; it can be made to fail. */
public final class RegistrationsInMemory implements RegistrationStore {
  private final Map<RegistrationKey, Registration> registrations = new LinkedHashMap<>();
  private final Map<NonceKey, AcceptedNonces> nonces = new LinkedHashMap<>();
  private int writes;
  private boolean gone;

  public synchronized void setGone(boolean gone) {
    this.gone = gone;
  }

  /** How many calls wrote something. */
  public synchronized int writes() {
    return writes;
  }

  @Override
  public synchronized List<Registration> load() {
    return List.copyOf(registrations.values());
  }

  @Override
  public synchronized List<Registration> load(EidPrefix eid) {
    return registrations.values().stream().filter(r -> r.eid().equals(eid)).toList();
  }

  @Override
  public synchronized List<Registration> seenSince(Instant time) {
    return registrations.values().stream().filter(r -> r.lastSeen().isAfter(time)).toList();
  }

  @Override
  public synchronized List<AcceptedNonces> noncesSince(Instant time) {
    return loadNonces();
  }

  @Override
  public synchronized List<AcceptedNonces> loadNonces() {
    return List.copyOf(nonces.values());
  }

  @Override
  public synchronized void commit(RegistrationCommit commit) {
    write();
    commit.saved().forEach(saved -> registrations.put(saved.key(), saved));
    commit.removed().forEach(registrations::remove);
    nonces.put(commit.nonces().key(), commit.nonces());
  }

  @Override
  public synchronized void refresh(List<Registration> seen, List<AcceptedNonces> accepted) {
    write();
    seen.forEach(registration -> registrations.replace(registration.key(), registration));
    accepted.forEach(kept -> nonces.put(kept.key(), kept));
  }

  @Override
  public synchronized void expire(List<RegistrationKey> expired, Instant now) {
    write();
    expired.forEach(
        key ->
            registrations.computeIfPresent(key, (k, r) -> r.expiresAt().isAfter(now) ? r : null));
  }

  @Override
  public synchronized void remove(List<RegistrationKey> revoked) {
    write();
    revoked.forEach(registrations::remove);
  }

  private void write() {
    if (gone) {
      throw new IllegalStateException("the database is gone");
    }
    writes++;
  }
}
