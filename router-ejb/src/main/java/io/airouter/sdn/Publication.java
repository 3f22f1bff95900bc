package io.airouter.sdn;

import io.airouter.lisp.EidPrefix;
import io.airouter.sdn.Ledger.Rest;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * Brings one controller up to date, once: read, compare, judge, write, read again. It writes one
 * row at a time. A read that fails ends it, so that a failure never counts as an empty database;
 * one row that the controller refuses for good is left alone from then on and stops no other.
 *
 * <p>Not safe for many threads: each controller has its own.
 */
public final class Publication {
  private final ControllerName controller;
  private final RemoteMappings remote;
  private final PublishRules rules;
  private final PublishJournal journal;
  private final InstantSource clock;

  /** The refusal that was noted last, so that one that stands for hours fills no audit. */
  private String noted = "";

  public Publication(
      Target target, PublishRules rules, PublishJournal journal, InstantSource clock) {
    this.controller = target.controller();
    this.remote = target.remote();
    this.rules = rules;
    this.journal = journal;
    this.clock = clock;
  }

  /** A controller and how it is reached. */
  public record Target(ControllerName controller, RemoteMappings remote) {}

  /**
   * How it went.
   *
   * @param plan the comparison after all writes, the one before them where nothing was written
   */
  public record Outcome(Plan plan, Verdict verdict, Ledger ledger) {}

  /** Compares without writing. */
  public Plan dryRun(DesiredMappings desired, Ledger ledger) throws ControllerFailureException {
    return rules.plan(desired, observe(desired, ledger), ledger, clock.instant());
  }

  /**
   * Carries the plan out where it is allowed.
   *
   * @throws ControllerFailureException where it was cut short; what was written is in the journal
   */
  public Outcome run(DesiredMappings desired, Ledger known, PublishRequest request)
      throws ControllerFailureException {
    Ledger ledger = request.isPush() ? known.rested() : known;
    Plan plan = dryRun(desired, ledger);
    ledger = settled(plan, rules.restAfter(plan, ledger));
    Verdict verdict = rules.verdict(plan, request.acceptedDeletions());
    note(request, plan, verdict);
    if (!plan.hasWrites() || !verdict.isAllowed()) {
      return new Outcome(plan, verdict, ledger);
    }
    for (PlanEntry entry : plan.entries()) {
      if (entry.step().isWrite()) {
        ledger = write(entry, request, ledger);
      }
    }
    Plan verified = dryRun(desired, ledger);
    return new Outcome(verified, verdict, settled(verified, ledger));
  }

  /** EIDs first, then the content of what is wanted or ours; nobody else's. */
  private Observation observe(DesiredMappings desired, Ledger ledger)
      throws ControllerFailureException {
    SequencedSet<EidPrefix> eids = remote.eids();
    SequencedSet<EidPrefix> read = new LinkedHashSet<>();
    desired.rows().forEach(mapping -> read.add(mapping.row().eid()));
    read.addAll(ledger.published().keySet());
    read.retainAll(eids);
    Map<EidPrefix, MappingRow> rows = new HashMap<>();
    for (EidPrefix eid : read) {
      Optional<MappingRow> row = remote.row(eid);
      row.ifPresentOrElse(r -> rows.put(eid, r), () -> eids.remove(eid));
    }
    return new Observation(eids, rows);
  }

  /** Remembers what is seen as wanted, forgets what somebody else took over. */
  private Ledger settled(Plan plan, Ledger ledger) {
    Ledger next = ledger;
    for (PlanEntry entry : plan.entries()) {
      String text = entry.desiredText();
      if (entry.drift() == Drift.IN_SYNC && !text.equals(next.published().get(entry.eid()))) {
        journal.remember(controller, entry.eid(), text);
        next = next.with(entry.eid(), text);
      }
      if (entry.drift() == Drift.FOREIGN && next.isPublished(entry.eid())) {
        journal.forget(controller, entry.eid());
        next = next.without(entry.eid());
      }
    }
    for (EidPrefix eid : next.published().keySet()) {
      if (plan.entries().stream().noneMatch(entry -> entry.eid().equals(eid))) {
        journal.forget(controller, eid);
        next = next.without(eid);
      }
    }
    return next;
  }

  private Ledger write(PlanEntry entry, PublishRequest request, Ledger ledger)
      throws ControllerFailureException {
    Ledger next = ledger;
    if (entry.step() != Step.DELETE && !ledger.isPublished(entry.eid())) {
      journal.remember(controller, entry.eid(), "");
      next = next.with(entry.eid(), "");
    }
    try {
      int status =
          entry.desired().isPresent()
              ? remote.put(entry.desired().get())
              : remote.delete(entry.eid());
      note(request, entry, Optional.of(status), SdnAction.OK);
    } catch (ControllerFailureException e) {
      note(request, entry, e.failure().status(), e.failure().reason());
      if (!e.failure().isFinal()) {
        throw e;
      }
      String reason = "refused by the controller: " + e.failure().reason();
      return next.resting(entry.eid(), new Rest(entry.desiredText(), reason, false));
    }
    return entry.isRepair() ? next.repaired(entry.eid(), clock.instant()) : next;
  }

  private void note(PublishRequest request, Plan plan, Verdict verdict) {
    String refusal = verdict.isAllowed() ? "" : plan.summary() + verdict.reason();
    boolean isNews = verdict.isAllowed() ? plan.hasWrites() : !refusal.equals(noted);
    noted = refusal;
    if (!isNews && !request.isPush()) {
      return;
    }
    journal.append(
        new SdnAction(
            clock.instant(),
            controller,
            request.actor(),
            request.id(),
            verdict.isAllowed() ? "plan" : "refuse",
            "",
            plan.summary(),
            "",
            Optional.empty(),
            verdict.isAllowed() ? SdnAction.OK : verdict.reason()));
  }

  private void note(
      PublishRequest request, PlanEntry entry, Optional<Integer> status, String outcome) {
    journal.append(
        new SdnAction(
            clock.instant(),
            controller,
            request.actor(),
            request.id(),
            entry.step().word(),
            entry.eid().toString(),
            entry.installedText(),
            entry.desiredText(),
            status,
            outcome));
  }
}
