package io.airouter.boot;

import io.airouter.access.AccessKeys;
import io.airouter.access.AccountStore;
import io.airouter.access.CredentialStore;
import io.airouter.boot.configuration.RouterConfiguration;
import io.airouter.mapserver.MapServer;
import io.airouter.model.CatalogueStore;
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
  @Inject private FirstCatalogue firstCatalogue;
  @Inject private CatalogueStore catalogues;
  @Inject private CredentialStore credentials;
  @Inject private HeldCredentials held;
  @Inject private AccountStore accounts;
  @Inject private AccessKeys accessKeys;
  @Inject private FirstAccount firstAccount;
  @Inject private KnownAccounts known;
  @Inject private RoutingTable table;
  @Inject private MapServer mapServer;

  void load() {
    firstCatalogue.seedFrom(configuration);
    table.apply(new CatalogueLoaded(catalogues.load()));
    mapServer.start();
    loadKeysAndSecrets();
    firstAccount
        .ensure()
        .ifPresent(
            file ->
                LOG.log(Level.INFO, "first start: the administrator''s password is in {0}", file));
    known.load();
  }

  /** All API keys and all secrets for endpoints, from the database into memory. */
  void loadKeysAndSecrets() {
    accessKeys.load(accounts.keys());
    Map<String, String> opened = new HashMap<>();
    credentials.names().forEach(n -> credentials.secret(n).ifPresent(s -> opened.put(n, s)));
    held.hold(opened);
  }
}
