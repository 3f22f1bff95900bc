package io.airouter.boundary;

import io.airouter.access.AuditEntry;
import io.airouter.history.DatabaseProbe;
import io.airouter.model.CatalogueEdit;
import io.airouter.model.CatalogueEdit.EndpointEdit;
import io.airouter.model.CatalogueEdit.ModelEdit;
import io.airouter.model.CatalogueEdit.PolicyEdit;
import io.airouter.model.Difference;
import io.airouter.model.EditPlan;
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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

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
  @Inject private InstantSource clock;
  @Resource private SessionContext session;

  private final Lock changes = new ReentrantLock();

  /**
   * What {@link #apply} would change; changes nothing.
   *
   * @throws EditConflictException where somebody else changed a subject since the editor looked
   * @throws EditRefusedException where the catalogue would not hold together
   */
  @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN})
  public List<Difference> plan(List<CatalogueEdit> edits) {
    return sound(EditPlan.of(table.snapshot().catalogue(), edits)).differences();
  }

  /**
   * Keeps all edits and puts them into effect in all planes; none where this throws.
   *
   * @throws EditConflictException where somebody else changed a subject since the editor looked
   * @throws EditRefusedException where the catalogue would not hold together
   * @throws DatabaseUnavailableException where it could not be kept
   */
  public Applied apply(List<CatalogueEdit> edits) {
    return change(now -> edits);
  }

  /**
   * The same for edits of whatever is there at that moment, which therefore cannot conflict.
   *
   * @param editing from the catalogue as it is to the edits of it
   */
  public Applied change(Function<ModelCatalogue, List<CatalogueEdit>> editing) {
    try {
      if (!changes.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new DatabaseUnavailableException("a change before this one has not ended");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseUnavailableException("the router stops");
    }
    try {
      ModelCatalogue now = table.snapshot().catalogue();
      return applied(now, editing.apply(now));
    } finally {
      changes.unlock();
    }
  }

  private Applied applied(ModelCatalogue now, List<CatalogueEdit> edits) {
    EditPlan plan = sound(EditPlan.of(now, edits));
    if (plan.differences().isEmpty()) {
      return new Applied(table.snapshot().version(), List.of());
    }
    if (!database.verdict().up()) {
      throw new DatabaseUnavailableException("the database does not answer");
    }
    String actor = session.getCallerPrincipal().getName();
    List<AuditEntry> entries =
        edits.stream().map(e -> EditAudit.entry(clock.instant(), actor, e)).toList();
    transaction.keep(edits, entries);
    edits.stream().map(CatalogueEditing::change).forEach(table::apply);
    return new Applied(table.snapshot().version(), plan.differences());
  }

  private static EditPlan sound(EditPlan plan) {
    if (!plan.conflicts().isEmpty()) {
      throw new EditConflictException(plan.conflicts());
    }
    if (!plan.findings().isEmpty()) {
      throw new EditRefusedException(plan.findings());
    }
    return plan;
  }

  private static RouteChange change(CatalogueEdit edit) {
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
