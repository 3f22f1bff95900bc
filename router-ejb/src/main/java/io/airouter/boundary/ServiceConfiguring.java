package io.airouter.boundary;

import io.airouter.mapserver.MapServer;
import io.airouter.model.Difference;
import io.airouter.model.EditPlan.Finding;
import io.airouter.model.ModelCatalogue;
import io.airouter.table.RoutingTable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;

/** Changes one service by what is written in the form of the configuration file. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
public class ServiceConfiguring {
  @Inject private ServiceConfiguration reader;
  @Inject private CatalogueEditing editing;
  @Inject private RoutingTable table;
  @Inject private MapServer mapServer;

  /**
   * What {@link #apply} would change; changes nothing.
   *
   * @throws EditRefusedException with everything that is wrong
   */
  public List<Difference> plan(String service, JsonObject config) {
    return editing.plan(order(service, config));
  }

  /**
   * Keeps the change and puts it into effect.
   *
   * @param service {@code lisp}, {@code dns} or {@code llm}
   * @throws EditRefusedException with everything that is wrong
   */
  public Applied apply(String service, JsonObject config) {
    return editing.apply(order(service, config));
  }

  private EditOrder order(String service, JsonObject config) {
    ModelCatalogue now = table.snapshot().catalogue();
    return switch (service) {
      case "llm" -> reader.llm(config, now);
      case "lisp" -> reader.lisp(config, now, mapServer.sites());
      case "dns" -> reader.dns(config, now);
      default ->
          throw new EditRefusedException(
              List.of(new Finding("configuration", "service", "one of lisp, dns, llm")));
    };
  }
}
