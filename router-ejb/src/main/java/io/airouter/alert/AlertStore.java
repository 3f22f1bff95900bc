package io.airouter.alert;

import io.airouter.access.AuditEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps alerts. Each method is a transaction of its own. */
public interface AlertStore {
  /** The pending and firing alerts of all nodes. */
  List<Alert> open();

  Optional<Alert> alert(UUID id);

  /** The latest alerts that match, newest first. */
  List<Alert> alerts(AlertFilter filter);

  /**
   * Keeps an alert as it is, but for its acknowledgement, which is {@link #acknowledge}'s; forgets
   * one that was withdrawn.
   */
  void save(Alert alert, Instant at);

  /** Notes who looks after it; false where there is no such alert. */
  boolean acknowledge(UUID id, Acknowledgement by, AuditEntry audit);

  /** Ends the open alerts that their node has not written since {@code silent}. */
  int endForsaken(Instant silent, Instant at);

  /** Forgets resolved alerts and deliveries from before {@code before}. */
  void forget(Instant before);
}
