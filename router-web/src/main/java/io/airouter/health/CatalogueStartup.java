package io.airouter.health;

import io.airouter.boundary.Catalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Whether the models have been read from the database into the live state. */
@Startup
@ApplicationScoped
public class CatalogueStartup implements HealthCheck {
  @Inject private Catalogue catalogue;

  @Override
  public HealthCheckResponse call() {
    long version = catalogue.snapshot().version();
    return HealthCheckResponse.named("catalogue")
        .status(version > 0)
        .withData("table_version", version)
        .build();
  }
}
