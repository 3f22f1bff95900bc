package io.airouter.cluster;

import io.airouter.model.CatalogueStore;
import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.model.Model;
import io.airouter.model.ModelCatalogue;
import io.airouter.model.Origin;
import io.airouter.table.RouteChange;
import io.airouter.table.RouteChange.CatalogueLoaded;
import io.airouter.table.RouteChange.EndpointPut;
import io.airouter.table.RouteChange.EndpointRemoved;
import io.airouter.table.RouteChange.ModelPut;
import io.airouter.table.RouteChange.ModelRemoved;
import io.airouter.table.RouteChange.PolicySet;
import io.airouter.table.RoutingTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings the routing table's catalogue in line with the kept one: only what differs is applied, so
 * that health, addresses and registered endpoints, which each node finds out for itself, stay.
 */
public final class CatalogueCopy {
  private final RoutingTable table;
  private final CatalogueStore store;

  public CatalogueCopy(RoutingTable table, CatalogueStore store) {
    this.table = table;
    this.store = store;
  }

  /** Reads the store and applies what differs. */
  public void reload() {
    ModelCatalogue kept = store.load();
    ModelCatalogue shown = table.snapshot().catalogue();
    try {
      differences(shown, kept).forEach(table::apply);
    } catch (IllegalArgumentException outOfOrder) {
      // Such as two models that exchange their EIDs: there is no order one by one.
      table.apply(new CatalogueLoaded(withHealthOf(shown, kept)));
    }
  }

  /** What leaves comes first, as it may hold an EID or an id that is given away. */
  private static List<RouteChange> differences(ModelCatalogue shown, ModelCatalogue kept) {
    List<RouteChange> changes = new ArrayList<>();
    configured(shown).stream()
        .map(Endpoint::id)
        .filter(id -> kept.endpoint(id).isEmpty())
        .forEach(id -> changes.add(new EndpointRemoved(id)));
    shown.models().stream()
        .map(Model::id)
        .filter(id -> kept.model(id).isEmpty())
        .forEach(id -> changes.add(new ModelRemoved(id)));
    kept.models().stream()
        .filter(model -> !shown.model(model.id()).equals(Optional.of(model)))
        .forEach(model -> changes.add(new ModelPut(model)));
    kept.endpoints().stream()
        .filter(endpoint -> !isShown(shown, endpoint))
        .forEach(endpoint -> changes.add(new EndpointPut(endpoint.unchecked())));
    if (!shown.policy().equals(kept.policy())) {
      changes.add(new PolicySet(kept.classes(), kept.weights()));
    }
    return changes;
  }

  private static List<Endpoint> configured(ModelCatalogue catalogue) {
    return catalogue.endpoints().stream().filter(e -> e.origin() != Origin.REGISTERED).toList();
  }

  private static boolean isShown(ModelCatalogue shown, Endpoint kept) {
    return shown
        .endpoint(kept.id())
        .filter(endpoint -> endpoint.unchecked().equals(kept.unchecked()))
        .isPresent();
  }

  private static ModelCatalogue withHealthOf(ModelCatalogue shown, ModelCatalogue kept) {
    ModelCatalogue merged = kept;
    for (Endpoint endpoint : kept.endpoints()) {
      EndpointId id = endpoint.id();
      Optional<Endpoint> known =
          shown.endpoint(id).filter(e -> e.baseUrl().equals(endpoint.baseUrl()));
      merged =
          merged.withEndpoint(
              id,
              e ->
                  known
                      .map(k -> e.withHealth(k.health()).withAddresses(k.addresses()))
                      .orElseGet(e::unchecked));
    }
    return merged;
  }
}
