package io.airouter.health;

import io.airouter.boundary.PlaneHealth;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether what is acknowledged can be kept; the planes go on from memory without it. */
@Readiness
@ApplicationScoped
public class DatabaseReadiness implements HealthCheck {
  @Inject private PlaneHealth health;

  @Override
  public HealthCheckResponse call() {
    return StatusCheck.of(health.database());
  }
}
