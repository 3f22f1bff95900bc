package io.airouter.boot;

import io.airouter.access.CredentialStore;
import io.airouter.boot.configuration.RouterConfiguration;
import io.airouter.cluster.ChangeTurn;
import io.airouter.mapserver.SiteStore;
import io.airouter.model.CatalogueStore;
import io.airouter.model.ModelCatalogue;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Fills an empty database from the configuration, all of it in one transaction: a start that was
 * interrupted leaves nothing that the next one could take for complete.
 */
@Stateless
@PermitAll
public class FirstCatalogue {
  private static final Logger LOG = System.getLogger(FirstCatalogue.class.getName());

  @Inject private CatalogueStore catalogues;
  @Inject private CredentialStore credentials;
  @Inject private SiteStore sites;
  @Inject private ChangeTurn turn;

  /** Keeps what the configuration names, if no model is kept yet and no other node is at it. */
  public void seedFrom(RouterConfiguration configuration) {
    turn.take();
    if (!catalogues.load().models().isEmpty()) {
      return;
    }
    ModelCatalogue seed = configuration.catalogue();
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
