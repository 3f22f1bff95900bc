package io.airouter.boundary;

import io.airouter.access.AuditEntry;
import io.airouter.access.CredentialHolder;
import io.airouter.access.EndpointSecret;
import io.airouter.history.DatabaseProbe;
import io.airouter.model.CatalogueEdit;
import io.airouter.model.CatalogueEdit.EndpointEdit;
import io.airouter.model.CatalogueEdit.ModelEdit;
import io.airouter.model.CatalogueEdit.PolicyEdit;
import io.airouter.model.Difference;
import io.airouter.model.EditPlan;
import io.airouter.model.EditPlan.Finding;
import io.airouter.model.Endpoint;
import io.airouter.model.ModelCatalogue;
import io.airouter.table.RouteChange;
import io.airouter.table.RoutingTable;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The one way in which operators change models, endpoints and the policy: planned against the live
 * state, committed to PostgreSQL with an audit entry for each edit, and only then shown to the
 * planes, edit by edit in their order. One change at a time, so that of two operators' changes the
 * same one comes last in the database and in the live state.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
public class CatalogueEditing {
  /** How long one change waits for another. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Inject private RoutingTable table;
  @Inject private EditTransaction transaction;
  @Inject private DatabaseProbe database;
  @Inject private CredentialHolder credentials;
  @Inject private InstantSource clock;
  @Resource private SessionContext session;

  private final Lock changes = new ReentrantLock();

  /** The names of the secrets that endpoints may be called with. */
  @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN})
  public SortedSet<String> credentialNames() {
    return credentials.names();
  }

  /** See {@link #plan(List, List)}. */
  @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN})
  public List<Difference> plan(List<CatalogueEdit> edits) {
    return plan(edits, List.of());
  }

  /**
   * What {@link #apply} would change; changes nothing.
   *
   * @throws EditConflictException where somebody else changed a subject since the editor looked
   * @throws EditRefusedException where the catalogue would not hold together
   */
  @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN})
  public List<Difference> plan(List<CatalogueEdit> edits, List<EndpointSecret> secrets) {
    EditPlan plan = sound(EditPlan.of(table.snapshot().catalogue(), edits), edits, secrets);
    return differences(plan, secrets);
  }

  /** See {@link #apply(List, List)}. */
  public Applied apply(List<CatalogueEdit> edits) {
    return apply(edits, List.of());
  }

  /**
   * Keeps all edits and secrets and puts them into effect in all planes; none where this throws.
   *
   * @throws EditConflictException where somebody else changed a subject since the editor looked
   * @throws EditRefusedException where the catalogue would not hold together
   * @throws DatabaseUnavailableException where it could not be kept
   */
  public Applied apply(List<CatalogueEdit> edits, List<EndpointSecret> secrets) {
    return exclusively(now -> applied(now, edits, secrets));
  }

  /**
   * The same for edits of whatever is there at that moment, which therefore cannot conflict.
   *
   * @param editing from the catalogue as it is to the edits of it
   */
  public Applied change(Function<ModelCatalogue, List<CatalogueEdit>> editing) {
    return exclusively(now -> applied(now, editing.apply(now), List.of()));
  }

  private Applied exclusively(Function<ModelCatalogue, Applied> change) {
    try {
      if (!changes.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new DatabaseUnavailableException("a change before this one has not ended");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseUnavailableException("the router stops");
    }
    try {
      return change.apply(table.snapshot().catalogue());
    } finally {
      changes.unlock();
    }
  }

  private Applied applied(
      ModelCatalogue now, List<CatalogueEdit> edits, List<EndpointSecret> secrets) {
    EditPlan plan = sound(EditPlan.of(now, edits), edits, secrets);
    List<Difference> differences = differences(plan, secrets);
    if (differences.isEmpty()) {
      return new Applied(table.snapshot().version(), List.of());
    }
    if (!database.verdict().up()) {
      throw new DatabaseUnavailableException("the database does not answer");
    }
    List<RouteChange> inTable = edits.stream().map(CatalogueEditing::inTable).toList();
    // What the table would refuse must not be committed first.
    table.preview(inTable);
    transaction.keep(edits, secrets, entries(edits, secrets));
    secrets.forEach(credentials::hold);
    inTable.forEach(table::apply);
    return new Applied(table.snapshot().version(), differences);
  }

  private List<AuditEntry> entries(List<CatalogueEdit> edits, List<EndpointSecret> secrets) {
    EditAudit audit = new EditAudit(clock.instant(), session.getCallerPrincipal().getName());
    return Stream.concat(
            secrets.stream().map(audit::entry),
            edits.stream().filter(e -> !differences(e).isEmpty()).map(audit::entry))
        .toList();
  }

  private static List<Difference> differences(CatalogueEdit edit) {
    return Difference.between(edit.subject(), edit.wordsBefore(), edit.wordsAfter());
  }

  private List<Difference> differences(EditPlan plan, List<EndpointSecret> secrets) {
    return Stream.concat(
            secrets.stream()
                .map(
                    s ->
                        new Difference(
                            "credential " + s.name(),
                            "secret",
                            credentials.names().contains(s.name()) ? "set" : "",
                            "set anew")),
            plan.differences().stream())
        .toList();
  }

  private EditPlan sound(EditPlan plan, List<CatalogueEdit> edits, List<EndpointSecret> secrets) {
    if (!plan.conflicts().isEmpty()) {
      throw new EditConflictException(plan.conflicts());
    }
    List<Finding> findings =
        Stream.concat(
                plan.findings().stream(), edits.stream().flatMap(e -> unknownSecret(e, secrets)))
            .toList();
    if (!findings.isEmpty()) {
      throw new EditRefusedException(findings);
    }
    return plan;
  }

  /** A credential that an edit newly names must be there or come along. */
  private Stream<Finding> unknownSecret(CatalogueEdit edit, List<EndpointSecret> secrets) {
    if (!(edit instanceof EndpointEdit e)) {
      return Stream.empty();
    }
    Optional<String> before = e.before().flatMap(Endpoint::credential);
    return e.after().flatMap(Endpoint::credential).stream()
        .filter(name -> !before.equals(Optional.of(name)))
        .filter(name -> !credentials.names().contains(name))
        .filter(name -> secrets.stream().noneMatch(s -> s.name().equals(name)))
        .map(name -> new Finding(e.subject(), "credential", "there is no credential " + name));
  }

  private static RouteChange inTable(CatalogueEdit edit) {
    return switch (edit) {
      case ModelEdit e ->
          e.after()
              .<RouteChange>map(RouteChange.ModelPut::new)
              .orElseGet(() -> new RouteChange.ModelRemoved(e.id()));
      case EndpointEdit e ->
          e.after()
              .map(Endpoint::unchecked)
              .<RouteChange>map(RouteChange.EndpointPut::new)
              .orElseGet(() -> new RouteChange.EndpointRemoved(e.id()));
      case PolicyEdit e -> new RouteChange.PolicySet(e.after().classes(), e.after().weights());
    };
  }
}
