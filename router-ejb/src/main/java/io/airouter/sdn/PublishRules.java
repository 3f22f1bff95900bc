package io.airouter.sdn;

import io.airouter.lisp.EidPrefix;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a controller's rows are compared with the wanted ones, and which plans are refused. Knows no
 * clock and no controller.
 *
 * @param maxDeletePercent the share of our rows that one plan may delete, 0..100
 */
public record PublishRules(int maxDeletePercent) {
  public static final int DEFAULT_MAX_DELETE_PERCENT = 20;

  private static final String NOT_OURS = "somebody else's row stands at this EID";
  private static final String TAKEN_OVER = "somebody else has replaced our row";

  public PublishRules {
    if (maxDeletePercent < 0 || maxDeletePercent > 100) {
      throw new IllegalArgumentException("a share is 0..100 %, not " + maxDeletePercent);
    }
  }

  /** Compares row by row. */
  public Plan plan(DesiredMappings desired, Observation observed, Ledger ledger, Instant now) {
    List<PlanEntry> entries = new ArrayList<>();
    Map<EidPrefix, DesiredMapping> wanted = new HashMap<>();
    for (DesiredMapping mapping : desired.rows()) {
      EidPrefix eid = mapping.row().eid();
      wanted.put(eid, mapping);
      PlanEntry entry =
          observed.eids().contains(eid)
              ? present(mapping, observed.row(eid), ledger)
              : missing(mapping, ledger);
      entries.add(judged(entry, ledger, now));
    }
    for (EidPrefix eid : observed.eids()) {
      if (!wanted.containsKey(eid)) {
        entries.add(judged(unwanted(eid, observed.row(eid), ledger), ledger, now));
      }
    }
    return new Plan(entries);
  }

  private static PlanEntry missing(DesiredMapping mapping, Ledger ledger) {
    EidPrefix eid = mapping.row().eid();
    boolean wasThere = ledger.installed(eid).isPresent();
    PlanEntry entry = entry(mapping, Drift.MISSING, Step.CREATE, Optional.empty());
    return wasThere ? entry.asRepair() : entry;
  }

  private static PlanEntry present(
      DesiredMapping mapping, Optional<MappingRow> row, Ledger ledger) {
    EidPrefix eid = mapping.row().eid();
    boolean isOurs = ledger.isPublished(eid) || row.filter(OwnershipMark::isOn).isPresent();
    if (!isOurs) {
      return entry(mapping, Drift.FOREIGN, Step.LEAVE, row).left(NOT_OURS);
    }
    if (row.equals(Optional.of(mapping.row()))) {
      return entry(mapping, Drift.IN_SYNC, Step.KEEP, row);
    }
    Optional<String> left = ledger.installed(eid);
    boolean isAsLeft = left.isEmpty() || left.equals(row.map(MappingRow::text));
    return isAsLeft
        ? entry(mapping, Drift.STALE, Step.REPLACE, row)
        : entry(mapping, Drift.ALTERED, Step.REPLACE, row).asRepair();
  }

  private static PlanEntry unwanted(EidPrefix eid, Optional<MappingRow> row, Ledger ledger) {
    boolean isOurs = ledger.isPublished(eid) && row.filter(OwnershipMark::isOn).isPresent();
    String note = ledger.isPublished(eid) && !isOurs ? TAKEN_OVER : "";
    return new PlanEntry(
        eid,
        "",
        isOurs ? Drift.STALE : Drift.FOREIGN,
        isOurs ? Step.DELETE : Step.LEAVE,
        Optional.empty(),
        row,
        false,
        note);
  }

  private static PlanEntry entry(
      DesiredMapping mapping, Drift drift, Step step, Optional<MappingRow> row) {
    Optional<MappingRow> desired = Optional.of(mapping.row());
    return new PlanEntry(
        mapping.row().eid(), mapping.model(), drift, step, desired, row, false, "");
  }

  /** Leaves alone what the controller refused and what is fought over. */
  private static PlanEntry judged(PlanEntry entry, Ledger ledger, Instant now) {
    if (!entry.step().isWrite()) {
      return entry;
    }
    Optional<Ledger.Rest> rest = ledger.rest(entry.eid(), entry.desiredText());
    if (rest.isPresent()) {
      return entry.left(rest.get().reason());
    }
    return entry.isRepair() && ledger.isFought(entry.eid(), now) ? entry.left(foughtOver()) : entry;
  }

  /** The reason that a row rests for when it was repaired too often. */
  static String foughtOver() {
    return "altered by somebody else again after %d repairs in %d min; push to try again"
        .formatted(Ledger.MAX_REPAIRS, Ledger.REPAIR_PERIOD.toMinutes());
  }

  /** Rows that are fought over rest until something else is wanted or an operator pushes. */
  Ledger restAfter(Plan plan, Ledger ledger) {
    Ledger next = ledger;
    for (PlanEntry entry : plan.heldBack()) {
      if (entry.note().equals(foughtOver())) {
        next = next.resting(entry.eid(), new Ledger.Rest(entry.desiredText(), foughtOver(), true));
      }
    }
    return next;
  }

  /**
   * Whether the plan may be carried out.
   *
   * @param accepted how many deletions an operator has accepted for this once
   */
  public Verdict verdict(Plan plan, int accepted) {
    int deletions = plan.delete().size();
    if (deletions == 0) {
      return Verdict.ALLOWED;
    }
    if (plan.wantsNothing()) {
      return Verdict.refused(
          "no mapping is wanted at all, which would delete all %d rows".formatted(deletions),
          false);
    }
    long owned = plan.owned();
    boolean isTooMany = deletions * 100L > owned * maxDeletePercent;
    if (isTooMany && accepted < deletions) {
      return Verdict.refused(
          "would delete %d of our %d rows, more than %d %%"
              .formatted(deletions, owned, maxDeletePercent),
          true);
    }
    return Verdict.ALLOWED;
  }
}
