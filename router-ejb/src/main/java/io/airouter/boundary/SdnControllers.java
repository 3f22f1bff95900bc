package io.airouter.boundary;

import io.airouter.access.AuditEntry;
import io.airouter.access.AuditLog;
import io.airouter.history.DatabaseProbe;
import io.airouter.sdn.Controller;
import io.airouter.sdn.ControllerFailureException;
import io.airouter.sdn.ControllerName;
import io.airouter.sdn.ControllerState;
import io.airouter.sdn.Controllers;
import io.airouter.sdn.Controllers.Request;
import io.airouter.sdn.DesiredMappings;
import io.airouter.sdn.Keeping;
import io.airouter.sdn.Ledger;
import io.airouter.sdn.Plan;
import io.airouter.sdn.Publication;
import io.airouter.sdn.RemoteAccess;
import io.airouter.sdn.RemoteMappings;
import io.airouter.sdn.SdnAction;
import io.airouter.sdn.SdnSettings;
import io.airouter.sdn.Verdict;
import io.airouter.table.RoutingTable;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/**
 * SDN controllers: who they are, how it stands with them, and what operators ask of them. What is
 * shown was kept by the node that works on controllers, so that one that hangs makes nobody wait;
 * only {@link #test} and {@link #plan} ask a controller itself.
 */
@Stateless
@PermitAll
public class SdnControllers {
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private static final Duration NEXT_LOOK = Duration.ofMillis(100);

  @Inject private Keeping keeping;
  @Inject private SdnSettings settings;
  @Inject private RemoteAccess remote;
  @Inject private RoutingTable table;
  @Inject private AuditLog audit;
  @Inject private DatabaseProbe database;
  @Inject private InstantSource clock;
  @Resource private SessionContext session;

  /**
   * A controller and how it stands with it.
   *
   * @param lag how many changes of what is routed have not arrived there as far as is known; 0
   *     where nothing is published to it
   */
  public record ControllerView(Controller controller, ControllerState state, long lag) {}

  /** What a dry run found. */
  public record DryRun(Plan plan, Verdict verdict) {}

  /** Sorted by name. */
  public List<ControllerView> controllers() {
    requireDatabase();
    Controllers store = keeping.controllers();
    Map<ControllerName, ControllerState> states = store.states();
    long generation = store.generation();
    return store.all().stream().map(c -> view(c, states, generation)).toList();
  }

  private static ControllerView view(
      Controller controller, Map<ControllerName, ControllerState> states, long generation) {
    boolean works = controller.publish() || controller.imports();
    ControllerState known = states.getOrDefault(controller.name(), ControllerState.NEW);
    ControllerState state = works ? known : known.idle();
    long lag = controller.publish() ? Math.max(0, generation - state.appliedGeneration()) : 0;
    return new ControllerView(controller, state, lag);
  }

  public Optional<ControllerView> controller(ControllerName name) {
    return controllers().stream().filter(v -> v.controller().name().equals(name)).findFirst();
  }

  /** What was done at that controller, newest first; also of one that was removed. */
  public List<SdnAction> actions(ControllerName name, int count) {
    requireDatabase();
    return keeping.journal().recent(name, count);
  }

  /**
   * Keeps a new controller.
   *
   * @throws SdnRefusedException where there is one of that name
   */
  @RolesAllowed(Roles.ADMIN)
  public void create(Controller controller) {
    if (controller(controller.name()).isPresent()) {
      throw new SdnRefusedException("there is a controller '" + controller.name() + "' already");
    }
    keeping.controllers().save(controller);
    note("sdn_controller.created", controller);
  }

  /**
   * Changes a controller that an operator made.
   *
   * @throws SdnRefusedException where it stands in the configuration file
   */
  @RolesAllowed(Roles.ADMIN)
  public void update(Controller controller) {
    requireMade(controller.name());
    keeping.controllers().save(controller);
    note("sdn_controller.updated", controller);
  }

  /** Forgets a controller that an operator made; the rows it holds stay there. */
  @RolesAllowed(Roles.ADMIN)
  public void remove(ControllerName name) {
    Controller known = requireMade(name);
    keeping.controllers().remove(name);
    note("sdn_controller.removed", known);
  }

  private Controller requireMade(ControllerName name) {
    Controller known = required(name);
    if (known.source() == Controller.Source.CONFIGURED) {
      throw new SdnRefusedException(
          "controller '" + name + "' stands in router.yaml and is changed there");
    }
    return known;
  }

  private Controller required(ControllerName name) {
    return controller(name)
        .map(ControllerView::controller)
        .orElseThrow(() -> new NoSuchElementException("there is no SDN controller '" + name + "'"));
  }

  private void note(String action, Controller controller) {
    String detail =
        "%s %s publish=%s import=%s"
            .formatted(
                controller.type().word(),
                controller.url(),
                controller.publish(),
                controller.imports());
    audit.append(
        new AuditEntry(clock.instant(), actor(), action, controller.name().value(), detail));
  }

  private String actor() {
    return session.getCallerPrincipal().getName();
  }

  /** Asks it, and says what was found. */
  @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public String test(ControllerName name) throws ControllerFailureException {
    try (RemoteMappings mappings = remote.to(required(name))) {
      return mappings.probe();
    }
  }

  /** Reads it and compares, and writes nothing. */
  @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN})
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public DryRun plan(ControllerName name) throws ControllerFailureException {
    Controller controller = required(name);
    try (RemoteMappings mappings = remote.to(controller)) {
      Publication publication =
          new Publication(
              new Publication.Target(name, mappings), settings.rules(), keeping.journal(), clock);
      Plan plan =
          publication.dryRun(
              DesiredMappings.of(table.snapshot()), Ledger.of(keeping.journal().published(name)));
      return new DryRun(plan, settings.rules().verdict(plan, 0));
    }
  }

  /**
   * Asks the node that works on controllers for a round now: publish, and import where that is
   * wanted; rows that were left alone are tried again.
   *
   * @param acceptedDeletions how many deletions the operator has seen and accepts
   * @return the request's id, to ask for its outcome by
   */
  @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
  public String push(ControllerName name, int acceptedDeletions) {
    required(name);
    Instant now = clock.instant();
    String id = "push-" + UUID.randomUUID();
    keeping.controllers().ask(name, new Request(id, actor(), now, acceptedDeletions));
    return id;
  }

  /** The outcome of a push; empty until it is done. */
  public Optional<String> outcome(String requestId) {
    return keeping.controllers().outcome(requestId);
  }

  /**
   * Waits a while for the outcome of a push, outside any transaction.
   *
   * @return empty where it took longer
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Optional<String> awaitOutcome(String requestId) {
    Instant until = clock.instant().plus(PATIENCE);
    Optional<String> outcome = outcome(requestId);
    try {
      while (outcome.isEmpty() && clock.instant().isBefore(until)) {
        Thread.sleep(NEXT_LOOK);
        outcome = outcome(requestId);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return outcome;
  }

  private void requireDatabase() {
    if (!database.verdict().up()) {
      throw new DatabaseUnavailableException("the database does not answer");
    }
  }
}
