package io.airouter.api;

import io.airouter.boot.configuration.RouterConfiguration;
import io.airouter.boot.configuration.SecuritySettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;

/**
 * What the operator configured about access: whether the desk is open, and which pages of other
 * origins may call. Immutable after construction.
 */
@ApplicationScoped
public class AccessRules {
  private boolean production;
  private boolean keyRequired;
  private Set<String> corsOrigins = Set.of();

  /** For the container's proxy. */
  protected AccessRules() {}

  @Inject
  public AccessRules(RouterConfiguration configuration) {
    this(configuration.deployment().isProduction(), configuration.security());
  }

  AccessRules(boolean production, SecuritySettings security) {
    this.production = production;
    this.keyRequired = production || security.requireApiKey();
    this.corsOrigins = Set.copyOf(security.corsOrigins());
  }

  public boolean isProduction() {
    return production;
  }

  /** Whether a page of that origin may call the API. */
  public boolean allowsOrigin(String origin) {
    return corsOrigins.contains(origin) || (corsOrigins.contains("*") && !production);
  }

  /**
   * Whether a caller without credentials is let in: in development mode, unless configured
   * otherwise, from this machine, and not through a browser that shows somebody else's page.
   */
  public boolean admitsWithoutCredentials(Approach approach) {
    return !keyRequired
        && approach.isLocal()
        && approach.origin().map(corsOrigins::contains).orElse(true);
  }
}
