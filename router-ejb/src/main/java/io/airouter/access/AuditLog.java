package io.airouter.access;

import java.time.Instant;
import java.util.List;

/** Keeps administrative actions, in the caller's transaction where there is one. */
public interface AuditLog {
  void append(AuditEntry entry);

  /** The latest entries up to {@code until}, newest first. */
  List<AuditEntry> recent(int count, Instant until);

  /** The entries that pass the filter, newest first. */
  List<AuditEntry> find(AuditFilter filter);
}
