package io.airouter.persistence;

import io.airouter.access.AuditEntry;
import io.airouter.alert.KeptRule;
import io.airouter.alert.RuleStore;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Alert rules in PostgreSQL. */
@Stateless
@Local(RuleStore.class)
@PermitAll
public class JpaRuleStore implements RuleStore {
  @PersistenceContext(unitName = "router")
  private EntityManager entities;

  /** For the container. */
  public JpaRuleStore() {}

  JpaRuleStore(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public List<KeptRule> rules() {
    return entities
        .createQuery("select r from AlertRuleRow r order by r.name, r.id", AlertRuleRow.class)
        .getResultStream()
        .flatMap(row -> row.toRule().stream())
        .toList();
  }

  @Override
  public Optional<KeptRule> rule(String id) {
    return Optional.ofNullable(entities.find(AlertRuleRow.class, id)).flatMap(AlertRuleRow::toRule);
  }

  @Override
  public boolean add(KeptRule rule, AuditEntry audit) {
    if (locked(rule.rule().id()).isPresent()) {
      return false;
    }
    entities.persist(AlertRuleRow.of(rule));
    entities.persist(AuditRow.of(audit));
    return true;
  }

  @Override
  public boolean replace(KeptRule rule, long version, AuditEntry audit) {
    boolean current = locked(rule.rule().id()).filter(row -> row.version() == version).isPresent();
    if (current) {
      entities.merge(AlertRuleRow.of(rule));
      entities.persist(AuditRow.of(audit));
    }
    return current;
  }

  @Override
  public boolean remove(String id, long version, AuditEntry audit) {
    Optional<AlertRuleRow> current = locked(id).filter(row -> row.version() == version);
    current.ifPresent(
        row -> {
          entities.remove(row);
          entities.persist(AuditRow.of(audit));
        });
    return current.isPresent();
  }

  private Optional<AlertRuleRow> locked(String id) {
    return Optional.ofNullable(
        entities.find(AlertRuleRow.class, id, LockModeType.PESSIMISTIC_WRITE));
  }
}
