package io.airouter.boundary;

import io.airouter.access.CredentialHolder;
import io.airouter.history.DatabaseProbe;
import io.airouter.mapserver.MapServer;
import io.airouter.model.CatalogueEdit;
import io.airouter.model.CatalogueEdit.EndpointEdit;
import io.airouter.model.CatalogueEdit.ModelEdit;
import io.airouter.model.CatalogueEdit.PolicyEdit;
import io.airouter.model.Difference;
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
import java.util.SortedSet;
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
  @Inject private CredentialHolder credentials;
  @Inject private MapServer mapServer;
  @Inject private InstantSource clock;
  @Resource private SessionContext session;

  private final Lock changes = new ReentrantLock();

  /** The names of the secrets that endpoints may be called with. */
  @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN})
  public SortedSet<String> credentialNames() {
    return credentials.names();
  }

  /** As {@link #plan(EditOrder)}. */
  @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN})
  public List<Difference> plan(List<CatalogueEdit> edits) {
    return plan(EditOrder.of(edits));
  }

  /**
   * What {@link #apply} would change; changes nothing.
   *
   * @throws EditConflictException where somebody else changed a subject since the editor looked
   * @throws EditRefusedException where the catalogue would not hold together
   */
  @RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN})
  public List<Difference> plan(EditOrder order) {
    return draft(table.snapshot().catalogue(), order).differences();
  }

  /** As {@link #apply(EditOrder)}. */
  public Applied apply(List<CatalogueEdit> edits) {
    return apply(EditOrder.of(edits));
  }

  /**
   * Keeps all that is ordered and puts it into effect in all planes; nothing where this throws.
   *
   * @throws EditConflictException where somebody else changed a subject since the editor looked
   * @throws EditRefusedException where the catalogue would not hold together
   * @throws DatabaseUnavailableException where it could not be kept
   */
  public Applied apply(EditOrder order) {
    return exclusively(now -> applied(draft(now, order)));
  }

  /**
   * The same for edits of whatever is there at that moment, which therefore cannot conflict.
   *
   * @param editing from the catalogue as it is to the edits of it
   */
  public Applied change(Function<ModelCatalogue, List<CatalogueEdit>> editing) {
    return exclusively(now -> applied(draft(now, EditOrder.of(editing.apply(now)))));
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

  private EditDraft draft(ModelCatalogue now, EditOrder order) {
    return EditDraft.of(now, order, new EditDraft.Known(credentials.names(), mapServer.sites()));
  }

  private Applied applied(EditDraft draft) {
    if (draft.differences().isEmpty()) {
      return new Applied(table.snapshot().version(), List.of());
    }
    if (!database.verdict().up()) {
      throw new DatabaseUnavailableException("the database does not answer");
    }
    EditOrder order = draft.order();
    List<RouteChange> inTable = order.edits().stream().map(CatalogueEditing::inTable).toList();
    // What the table would refuse must not be committed first.
    table.preview(inTable);
    String actor = session.getCallerPrincipal().getName();
    transaction.keep(order, draft.siteEdits(), draft.audit(clock.instant(), actor));
    order.secrets().forEach(credentials::hold);
    inTable.forEach(table::apply);
    order.sites().ifPresent(sites -> mapServer.followSites());
    return new Applied(table.snapshot().version(), draft.differences());
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
