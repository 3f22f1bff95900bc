package io.airouter.persistence;

import io.airouter.cluster.Node;
import io.airouter.cluster.StoredChange.RegistrationStored;
import io.airouter.lisp.EidPrefix;
import io.airouter.mapserver.AcceptedNonces;
import io.airouter.mapserver.Registration;
import io.airouter.mapserver.RegistrationCommit;
import io.airouter.mapserver.RegistrationKey;
import io.airouter.mapserver.RegistrationStore;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.Session;

/** Registrations and accepted nonces in PostgreSQL. */
@Stateless
@Local(RegistrationStore.class)
@PermitAll
public class JpaRegistrationStore implements RegistrationStore {
  @PersistenceContext(unitName = "router")
  private EntityManager entities;

  @Inject private Node node;

  /** For the container. */
  public JpaRegistrationStore() {}

  JpaRegistrationStore(EntityManager entities) {
    this.entities = entities;
    this.node = Node.ALONE;
  }

  @Override
  public List<Registration> load() {
    return entities
        .createQuery("select r from RegistrationRow r", RegistrationRow.class)
        .getResultStream()
        .map(RegistrationRow::toRegistration)
        .toList();
  }

  @Override
  public List<Registration> load(EidPrefix eid) {
    return entities
        .createQuery(
            "select r from RegistrationRow r where r.address = :address"
                + " and r.maskLength = :mask and r.instanceId = :instance",
            RegistrationRow.class)
        .setParameter("address", AddressText.of(eid.address()))
        .setParameter("mask", eid.maskLength())
        .setParameter("instance", eid.instanceId())
        .getResultStream()
        .map(RegistrationRow::toRegistration)
        .toList();
  }

  @Override
  public List<Registration> seenSince(Instant time) {
    return entities
        .createQuery(
            "select r from RegistrationRow r where r.lastSeen > :time", RegistrationRow.class)
        .setParameter("time", time)
        .getResultStream()
        .map(RegistrationRow::toRegistration)
        .toList();
  }

  @Override
  public List<AcceptedNonces> noncesSince(Instant time) {
    return entities
        .createQuery("select n from NoncesRow n where n.updatedAt > :time", NoncesRow.class)
        .setParameter("time", time)
        .getResultStream()
        .map(NoncesRow::toNonces)
        .toList();
  }

  @Override
  public List<AcceptedNonces> loadNonces() {
    return entities
        .createQuery("select n from NoncesRow n", NoncesRow.class)
        .getResultStream()
        .map(NoncesRow::toNonces)
        .toList();
  }

  @Override
  public void commit(RegistrationCommit commit) {
    Stream.concat(
            commit.saved().stream().map(Registration::eid),
            commit.removed().stream().map(RegistrationKey::eid))
        .distinct()
        .forEach(eid -> ChangeJournal.record(entities, node, new RegistrationStored(eid)));
    remove(commit.removed());
    commit.saved().forEach(saved -> entities.merge(RegistrationRow.of(saved)));
    refresh(List.of(), List.of(commit.nonces()));
  }

  @Override
  public void refresh(List<Registration> seen, List<AcceptedNonces> nonces) {
    // The batch goes past Hibernate, which writes its own part at the end otherwise.
    entities.flush();
    entities
        .unwrap(Session.class)
        .doWork(
            connection -> {
              RegistrationBatch batch = new RegistrationBatch(connection);
              batch.refresh(seen);
              batch.save(nonces);
            });
  }

  /** The row says when it runs out, whichever node saw the registration last. */
  @Override
  public void expire(List<RegistrationKey> expired, Instant now) {
    rows(expired).filter(row -> !row.expiresAt().isAfter(now)).forEach(entities::remove);
  }

  @Override
  public void remove(List<RegistrationKey> revoked) {
    rows(revoked).forEach(entities::remove);
  }

  private Stream<RegistrationRow> rows(List<RegistrationKey> keys) {
    return keys.stream()
        .map(key -> entities.find(RegistrationRow.class, RegistrationRowKey.of(key)))
        .filter(Objects::nonNull);
  }
}
