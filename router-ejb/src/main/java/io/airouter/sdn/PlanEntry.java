package io.airouter.sdn;

import io.airouter.lisp.EidPrefix;
import java.util.Objects;
import java.util.Optional;

/**
 * One row compared, and what follows.
 *
 * @param model whose EID it is; empty where it is no model's
 * @param desired what should stand there; empty for nothing
 * @param installed what stands there, as far as it was read: foreign rows are not
 * @param isRepair whether writing it undoes what somebody else did
 * @param note why a row is left alone; empty where that needs no reason
 */
public record PlanEntry(
    EidPrefix eid,
    String model,
    Drift drift,
    Step step,
    Optional<MappingRow> desired,
    Optional<MappingRow> installed,
    boolean isRepair,
    String note) {
  public PlanEntry {
    Objects.requireNonNull(eid);
    Objects.requireNonNull(model);
    Objects.requireNonNull(drift);
    Objects.requireNonNull(step);
    Objects.requireNonNull(desired);
    Objects.requireNonNull(installed);
    Objects.requireNonNull(note);
  }

  PlanEntry asRepair() {
    return new PlanEntry(eid, model, drift, step, desired, installed, true, note);
  }

  PlanEntry left(String reason) {
    return new PlanEntry(eid, model, drift, Step.LEAVE, desired, installed, false, reason);
  }

  /** The wanted row in words; empty for nothing. */
  public String desiredText() {
    return desired.map(MappingRow::text).orElse("");
  }

  /** The row that stands there in words; empty for nothing, or nothing that was read. */
  public String installedText() {
    return installed.map(MappingRow::text).orElse("");
  }
}
