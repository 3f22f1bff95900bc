package io.airouter.boot;

import io.airouter.access.AccessKeys;
import io.airouter.access.AccountStore;
import io.airouter.access.CredentialStore;
import io.airouter.access.FirstAdministrator;
import io.airouter.boot.configuration.RouterConfiguration;
import io.airouter.mapserver.MapServer;
import io.airouter.mapserver.SiteStore;
import io.airouter.model.CatalogueStore;
import io.airouter.model.ModelCatalogue;
import io.airouter.table.RouteChange.CatalogueLoaded;
import io.airouter.table.RoutingTable;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;

/**
 * From database to live state: on first start the configuration seeds the database, later the
 * database is what counts.
 */
@Dependent
class FirstState {
  private static final Logger LOG = System.getLogger(FirstState.class.getName());

  @Inject private RouterConfiguration configuration;
  @Inject private CatalogueStore catalogues;
  @Inject private CredentialStore credentials;
  @Inject private HeldCredentials held;
  @Inject private AccountStore accounts;
  @Inject private AccessKeys accessKeys;
  @Inject private FirstAdministrator administrator;
  @Inject private RoutingTable table;
  @Inject private SiteStore sites;
  @Inject private MapServer mapServer;

  void load() {
    ModelCatalogue kept = catalogues.load();
    if (kept.models().isEmpty()) {
      seed(configuration.catalogue());
      kept = catalogues.load();
    }
    table.apply(new CatalogueLoaded(kept));
    mapServer.start();
    hold();
    accessKeys.load(accounts.keys());
    administrator
        .ensure()
        .ifPresent(
            file ->
                LOG.log(Level.INFO, "first start: the administrator''s password is in {0}", file));
  }

  private void hold() {
    Map<String, String> opened = new HashMap<>();
    credentials.names().forEach(n -> credentials.secret(n).ifPresent(s -> opened.put(n, s)));
    held.hold(opened);
  }

  private void seed(ModelCatalogue seed) {
    configuration.credentials().forEach((name, secret) -> credentials.save(name, secret.reveal()));
    seed.models().forEach(catalogues::save);
    seed.endpoints().forEach(catalogues::save);
    configuration.lisp().sites().forEach(sites::save);
    catalogues.savePolicy(seed.classes(), seed.weights());
    LOG.log(
        Level.INFO,
        "first start: {0} models with {1} endpoints taken from the configuration",
        seed.models().size(),
        seed.endpoints().size());
  }
}
