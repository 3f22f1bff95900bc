package io.airouter.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells a rollout which release answers; always up. */
@Readiness
@ApplicationScoped
public class ReleaseReadiness implements HealthCheck {
  @Inject private Release release;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("release").up().withData("version", release.name()).build();
  }
}
