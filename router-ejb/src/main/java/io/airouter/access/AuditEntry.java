package io.airouter.access;

import java.time.Instant;
import java.util.Objects;

/**
 * One administrative action: who did what to which thing. Never holds a secret.
 *
 * @param action a word of the form {@code subject.verb}, such as {@code api_key.created}
 * @param subject the thing's id or name
 * @param detail for people; may be empty
 */
public record AuditEntry(Instant at, String actor, String action, String subject, String detail) {
  public AuditEntry {
    Objects.requireNonNull(at);
    Objects.requireNonNull(actor);
    Objects.requireNonNull(action);
    Objects.requireNonNull(subject);
    Objects.requireNonNull(detail);
  }
}
