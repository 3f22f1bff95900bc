package io.airouter.health;

import io.airouter.boundary.PlaneStatus;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** A plane's status in the words of MicroProfile Health. */
final class StatusCheck {
  private StatusCheck() {}

  static HealthCheckResponse of(PlaneStatus status) {
    HealthCheckResponseBuilder check =
        HealthCheckResponse.named(status.plane()).status(status.up());
    status.details().forEach(check::withData);
    return check.build();
  }
}
