package io.airouter.persistence;

import io.airouter.access.AuditEntry;
import io.airouter.access.AuditFilter;
import io.airouter.access.AuditLog;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** The audit log in PostgreSQL. */
@Stateless
@Local(AuditLog.class)
@PermitAll
public class JpaAuditLog implements AuditLog {
  @PersistenceContext(unitName = "router")
  private EntityManager entities;

  /** For the container. */
  public JpaAuditLog() {}

  JpaAuditLog(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public void append(AuditEntry entry) {
    entities.persist(AuditRow.of(entry));
  }

  @Override
  public List<AuditEntry> recent(int count, Instant until) {
    return entities
        .createQuery(
            "select a from AuditRow a where a.at <= :until order by a.at desc, a.id desc",
            AuditRow.class)
        .setParameter("until", until)
        .setMaxResults(count)
        .getResultStream()
        .map(AuditRow::toEntry)
        .toList();
  }

  @Override
  public List<AuditEntry> find(AuditFilter filter) {
    return entities
        .createQuery(
            """
            select a from AuditRow a
            where a.at >= :since and a.at < :until
              and (:actor = '' or a.actor = :actor)
              and (:subject = '' or a.subject = :subject)
              and locate(:action, a.action) = 1
            order by a.at desc, a.id desc""",
            AuditRow.class)
        .setParameter("since", filter.since())
        .setParameter("until", filter.until())
        .setParameter("actor", filter.actor())
        .setParameter("subject", filter.subject())
        .setParameter("action", filter.action())
        .setMaxResults(filter.count())
        .getResultStream()
        .map(AuditRow::toEntry)
        .toList();
  }
}
