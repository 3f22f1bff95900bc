package io.airouter.health;

import io.airouter.boundary.Catalogue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Whether the live state can be read: without that only a restart helps. */
@Liveness
@ApplicationScoped
public class RouterLiveness implements HealthCheck {
  @Inject private Catalogue catalogue;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("router")
        .up()
        .withData("table_version", catalogue.snapshot().version())
        .build();
  }
}
