package io.airouter.health;

import io.airouter.boundary.PlaneHealth;
import io.airouter.boundary.PlaneStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Whether LISP and DNS are listened for. */
@Readiness
@ApplicationScoped
public class ListenersReadiness implements HealthCheck {
  @Inject private PlaneHealth health;

  @Override
  public HealthCheckResponse call() {
    PlaneStatus lisp = health.lisp();
    PlaneStatus dns = health.dns();
    HealthCheckResponseBuilder check =
        HealthCheckResponse.named("listeners").status(lisp.up() && dns.up());
    lisp.details().forEach((name, value) -> check.withData("lisp." + name, value));
    dns.details().forEach((name, value) -> check.withData("dns." + name, value));
    return check.build();
  }
}
