package io.airouter.southbound;

import io.airouter.sdn.Controller;
import io.airouter.sdn.ControllerFailureException;
import io.airouter.sdn.ControllerState;
import io.airouter.sdn.ControllerState.Condition;
import io.airouter.sdn.ControllerState.Reached;
import io.airouter.sdn.DesiredMappings;
import io.airouter.sdn.Drift;
import io.airouter.sdn.ImportPlan;
import io.airouter.sdn.Ledger;
import io.airouter.sdn.Plan;
import io.airouter.sdn.PlanEntry;
import io.airouter.sdn.Publication;
import io.airouter.sdn.Publication.Outcome;
import io.airouter.sdn.PublishRequest;
import io.airouter.sdn.RegistrationImport;
import io.airouter.sdn.RemoteMappings;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One round with one controller: publish, then import, each where it is wanted. Keeps between
 * rounds what the router remembers of its rows. One thread.
 */
final class ControllerCycle implements AutoCloseable {
  private final Controller controller;
  private final Surroundings surroundings;
  private final RemoteMappings remote;
  private final Publication publication;
  private final RegistrationImport imports;
  private Ledger ledger = Ledger.of(Map.of());
  private boolean isStale = true;

  ControllerCycle(Controller controller, Surroundings surroundings) {
    this.controller = controller;
    this.surroundings = surroundings;
    this.remote = surroundings.remote().to(controller);
    this.publication =
        new Publication(
            new Publication.Target(controller.name(), remote),
            surroundings.settings().rules(),
            surroundings.keeping().journal(),
            surroundings.clock());
    this.imports =
        new RegistrationImport(
            controller.name(),
            surroundings.keeping(),
            surroundings.endpoints(),
            surroundings.clock());
  }

  /** Reads what is kept anew at the next round: another node may have worked meanwhile. */
  void forget() {
    ledger = Ledger.of(Map.of());
    isStale = true;
  }

  Reached run(PublishRequest request) throws ControllerFailureException {
    // Before what is wanted is read: a change in between counts as not yet applied.
    long generation = surroundings.keeping().controllers().generation();
    Optional<Outcome> published =
        controller.publish() ? Optional.of(publish(request)) : Optional.empty();
    Optional<ImportPlan> imported =
        controller.imports()
            ? Optional.of(imports.run(remote.registrations(), request))
            : Optional.empty();
    String held = imported.map(ImportPlan::held).orElse("");
    Plan plan = published.map(Outcome::plan).orElse(Plan.EMPTY);
    Reached reached = reached(published, generation, imported.map(i -> i.known().size()).orElse(0));
    boolean isHeld = !held.isEmpty() && reached.condition() == Condition.IN_SYNC;
    return isHeld
        ? new Reached(
            Condition.REFUSED, held, generation, ControllerState.rows(plan), reached.imported())
        : reached;
  }

  private Outcome publish(PublishRequest request) throws ControllerFailureException {
    DesiredMappings desired = surroundings.desired().get();
    if (isStale) {
      ledger = ledger.withPublished(surroundings.keeping().journal().published(controller.name()));
    }
    // Where it fails, what was written until then is in the journal and not in the ledger.
    isStale = true;
    Outcome outcome = publication.run(desired, ledger, request);
    ledger = outcome.ledger();
    isStale = false;
    return outcome;
  }

  private static Reached reached(Optional<Outcome> published, long generation, int imported) {
    Plan plan = published.map(Outcome::plan).orElse(Plan.EMPTY);
    String refusal = published.map(o -> o.verdict().reason()).orElse("");
    Optional<PlanEntry> contested =
        Stream.concat(
                plan.heldBack().stream(),
                plan.foreign().stream().filter(e -> e.desired().isPresent()))
            .findFirst();
    Condition condition = Condition.IN_SYNC;
    String reason = "";
    if (!refusal.isEmpty()) {
      condition = Condition.REFUSED;
      reason = refusal;
    } else if (contested.isPresent()) {
      condition = Condition.CONTESTED;
      reason = contested.get().eid() + ": " + contested.get().note();
    } else if (plan.drifted() > 0) {
      condition = Condition.BEHIND;
      reason = plan.count(Drift.MISSING) + plan.count(Drift.ALTERED) + " rows differ after writing";
    }
    return new Reached(condition, reason, generation, ControllerState.rows(plan), imported);
  }

  @Override
  public void close() {
    remote.close();
  }
}
