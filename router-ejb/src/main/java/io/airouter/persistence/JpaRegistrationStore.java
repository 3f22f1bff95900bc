package io.airouter.persistence;

import io.airouter.mapserver.AcceptedNonces;
import io.airouter.mapserver.Registration;
import io.airouter.mapserver.RegistrationCommit;
import io.airouter.mapserver.RegistrationKey;
import io.airouter.mapserver.RegistrationStore;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/** Registrations and accepted nonces in PostgreSQL. */
@Stateless
@Local(RegistrationStore.class)
@PermitAll
public class JpaRegistrationStore implements RegistrationStore {
  @PersistenceContext(unitName = "router")
  private EntityManager entities;

  /** For the container. */
  public JpaRegistrationStore() {}

  JpaRegistrationStore(EntityManager entities) {
    this.entities = entities;
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
  public List<AcceptedNonces> loadNonces() {
    return entities
        .createQuery("select n from NoncesRow n", NoncesRow.class)
        .getResultStream()
        .map(NoncesRow::toNonces)
        .toList();
  }

  @Override
  public void commit(RegistrationCommit commit) {
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

  @Override
  public void remove(List<RegistrationKey> expired) {
    expired.forEach(
        key ->
            Optional.ofNullable(entities.find(RegistrationRow.class, RegistrationRowKey.of(key)))
                .ifPresent(entities::remove));
  }
}
