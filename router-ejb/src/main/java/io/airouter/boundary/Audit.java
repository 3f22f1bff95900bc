package io.airouter.boundary;

import io.airouter.access.AuditEntry;
import io.airouter.access.AuditFilter;
import io.airouter.access.AuditLog;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.List;

/** Who changed what, for readers. */
@Stateless
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Audit {
  @Inject private AuditLog log;

  /**
   * The entries that pass, newest first.
   *
   * @throws HistoryUnavailableException while the database is gone
   */
  public List<AuditEntry> find(AuditFilter filter) {
    try {
      return log.find(filter);
    } catch (EJBException | PersistenceException e) {
      throw new HistoryUnavailableException(e);
    }
  }
}
