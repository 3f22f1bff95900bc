package io.airouter.boundary;

import io.airouter.access.AuditEntry;
import io.airouter.access.AuditLog;
import io.airouter.access.CredentialStore;
import io.airouter.mapserver.SiteStore;
import io.airouter.model.CatalogueEdit;
import io.airouter.model.CatalogueEdit.EndpointEdit;
import io.airouter.model.CatalogueEdit.ModelEdit;
import io.airouter.model.CatalogueEdit.PolicyEdit;
import io.airouter.model.CatalogueStore;
import io.airouter.model.EditPlan;
import io.airouter.model.Origin;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Keeps edits and who made them, all in one transaction; it has committed when the call ends. */
@Stateless
@PermitAll
public class EditTransaction {
  @Inject private CatalogueStore catalogues;
  @Inject private CredentialStore credentials;
  @Inject private SiteStore sites;
  @Inject private AuditLog audit;

  /**
   * Keeps all of it or, where anything fails, nothing.
   *
   * @throws EditConflictException where another node was faster and this one has not heard of it
   */
  public void keep(EditOrder order, List<SiteEdit> siteEdits, List<AuditEntry> entries) {
    requireStillSo(order.edits());
    order.secrets().forEach(s -> credentials.save(s.name(), s.value()));
    order.edits().forEach(this::keep);
    siteEdits.forEach(e -> e.after().ifPresentOrElse(sites::save, () -> sites.remove(e.name())));
    entries.forEach(audit::append);
  }

  /** Registered endpoints are in no database, so their edits can be compared with nothing here. */
  private void requireStillSo(List<CatalogueEdit> edits) {
    List<CatalogueEdit> kept = edits.stream().filter(EditTransaction::isKept).toList();
    if (!kept.isEmpty()) {
      EditPlan plan = EditPlan.of(catalogues.loadForEdit(), kept);
      if (!plan.conflicts().isEmpty()) {
        throw new EditConflictException(plan.conflicts());
      }
    }
  }

  private static boolean isKept(CatalogueEdit edit) {
    return !(edit instanceof EndpointEdit e)
        || e.before().filter(b -> b.origin() == Origin.REGISTERED).isEmpty();
  }

  private void keep(CatalogueEdit edit) {
    switch (edit) {
      case ModelEdit e ->
          e.after().ifPresentOrElse(catalogues::save, () -> catalogues.remove(e.id()));
      case EndpointEdit e ->
          e.after().ifPresentOrElse(catalogues::save, () -> catalogues.remove(e.id()));
      case PolicyEdit e -> catalogues.savePolicy(e.after().classes(), e.after().weights());
    }
  }
}
