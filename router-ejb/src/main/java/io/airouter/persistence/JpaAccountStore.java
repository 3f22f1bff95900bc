package io.airouter.persistence;

import io.airouter.access.AccountStore;
import io.airouter.access.ApiKey;
import io.airouter.access.AuditEntry;
import io.airouter.access.User;
import io.airouter.cluster.Node;
import io.airouter.cluster.StoredChange.KeyStored;
import io.airouter.cluster.StoredChange.UserStored;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Users and API keys in PostgreSQL; a change and its audit row are one transaction. */
@Stateless
@Local(AccountStore.class)
@PermitAll
public class JpaAccountStore implements AccountStore {
  @PersistenceContext(unitName = "router")
  private EntityManager entities;

  @Inject private Node node;

  /** For the container. */
  public JpaAccountStore() {}

  JpaAccountStore(EntityManager entities) {
    this.entities = entities;
    this.node = Node.ALONE;
  }

  @Override
  public Optional<User> user(String name) {
    return Optional.ofNullable(entities.find(UserRow.class, name)).map(UserRow::toUser);
  }

  @Override
  public List<User> users() {
    return entities
        .createQuery("select u from UserRow u order by u.name", UserRow.class)
        .getResultStream()
        .map(UserRow::toUser)
        .toList();
  }

  @Override
  public void save(User user, AuditEntry audit) {
    ChangeJournal.record(entities, node, new UserStored(user.name()));
    entities.merge(UserRow.of(user));
    entities.persist(AuditRow.of(audit));
  }

  @Override
  public List<ApiKey> keys() {
    return entities
        .createQuery("select k from ApiKeyRow k order by k.createdAt desc, k.id", ApiKeyRow.class)
        .getResultStream()
        .map(ApiKeyRow::toKey)
        .toList();
  }

  @Override
  public void save(ApiKey key, AuditEntry audit) {
    ChangeJournal.record(entities, node, new KeyStored(key.id()));
    entities.merge(ApiKeyRow.of(key));
    entities.persist(AuditRow.of(audit));
  }
}
