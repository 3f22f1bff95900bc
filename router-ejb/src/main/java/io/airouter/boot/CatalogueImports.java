package io.airouter.boot;

import io.airouter.model.CatalogueStore;
import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.model.ModelCatalogue;
import io.airouter.sdn.ImportedEndpoints;
import io.airouter.table.RouteChange.EndpointPut;
import io.airouter.table.RouteChange.EndpointRemoved;
import io.airouter.table.RoutingTable;

/**
 * Imported endpoints in the catalogue: committed first, as the store's call is a transaction of its
 * own, and then in the live state.
 */
final class CatalogueImports implements ImportedEndpoints {
  private final RoutingTable table;
  private final CatalogueStore store;

  CatalogueImports(RoutingTable table, CatalogueStore store) {
    this.table = table;
    this.store = store;
  }

  @Override
  public ModelCatalogue catalogue() {
    return table.snapshot().catalogue();
  }

  @Override
  public void put(Endpoint endpoint) {
    store.save(endpoint);
    table.apply(new EndpointPut(endpoint));
  }

  @Override
  public void remove(EndpointId endpoint) {
    store.remove(endpoint);
    table.apply(new EndpointRemoved(endpoint));
  }
}
