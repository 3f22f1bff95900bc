package io.airouter.persistence;

import io.airouter.access.AccountStore;
import io.airouter.access.ApiKey;
import io.airouter.access.AuditEntry;
import io.airouter.access.User;
import io.airouter.access.UserChange;
import io.airouter.cluster.Node;
import io.airouter.cluster.StoredChange.KeyStored;
import io.airouter.cluster.StoredChange.UserStored;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
  public boolean add(User user, AuditEntry audit) {
    ChangeJournal.record(entities, node, new UserStored(user.name()));
    if (entities.find(UserRow.class, user.name()) != null) {
      return false;
    }
    entities.persist(UserRow.of(user));
    entities.persist(AuditRow.of(audit));
    return true;
  }

  @Override
  public UserChange replace(User before, User after, AuditEntry audit) {
    UserChange verdict = verdict(before, after.isAdministrator());
    if (verdict == UserChange.DONE) {
      entities.merge(UserRow.of(after));
      entities.persist(AuditRow.of(audit));
    }
    return verdict;
  }

  @Override
  public UserChange remove(User before, AuditEntry audit) {
    UserChange verdict = verdict(before, false);
    if (verdict == UserChange.DONE) {
      entities.remove(entities.find(UserRow.class, before.name()));
      entities.persist(AuditRow.of(audit));
    }
    return verdict;
  }

  /**
   * Whether a user may change. Who records a change waits for its turn, on whichever node: so the
   * users stay as they are read here until the commit, and two administrators who remove each other
   * come one after the other.
   */
  private UserChange verdict(User before, boolean staysAdministrator) {
    ChangeJournal.record(entities, node, new UserStored(before.name()));
    List<User> now = users();
    if (now.stream()
        .noneMatch(
            user ->
                user.name().equals(before.name())
                    && user.createdAt().equals(before.createdAt())
                    && user.version() == before.version())) {
      return UserChange.CONFLICT;
    }
    boolean othersRemain =
        now.stream().anyMatch(u -> u.isAdministrator() && !u.name().equals(before.name()));
    return before.isAdministrator() && !staysAdministrator && !othersRemain
        ? UserChange.LAST_ADMINISTRATOR
        : UserChange.DONE;
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

  @Override
  public void used(Map<String, Instant> lastUses) {
    // In one order on all nodes, or two of them wait for each other's rows.
    new TreeMap<>(lastUses)
        .forEach(
            (id, at) ->
                entities
                    .createQuery(
                        "update ApiKeyRow k set k.lastUsedAt = :at where k.id = :id"
                            + " and (k.lastUsedAt is null or k.lastUsedAt < :at)")
                    .setParameter("at", at)
                    .setParameter("id", id)
                    .executeUpdate());
  }
}
