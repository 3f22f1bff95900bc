package io.airouter.persistence;

import io.airouter.access.AuditEntry;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code audit_log}; never changed. */
@Entity
@Table(name = "audit_log")
class AuditRow {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(name = "ts")
  private Instant at;

  private String actor;
  private String action;
  private String subject;
  private String detail;

  protected AuditRow() {}

  static AuditRow of(AuditEntry entry) {
    AuditRow row = new AuditRow();
    row.at = entry.at();
    row.actor = entry.actor();
    row.action = entry.action();
    row.subject = entry.subject();
    row.detail = entry.detail();
    return row;
  }

  AuditEntry toEntry() {
    return new AuditEntry(at, actor, action, subject, detail);
  }
}
