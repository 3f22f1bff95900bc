package io.airouter.admin;

import io.airouter.boundary.ModelView.EndpointView;
import io.airouter.model.AdminState;
import io.airouter.model.Endpoint;
import io.airouter.model.Health;
import java.time.Duration;
import java.time.Instant;

/** One endpoint in the table of models. */
public record EndpointRow(
    String id,
    String authority,
    StatusMark mark,
    String since,
    String reason,
    int priority,
    int weight,
    int inFlight,
    String average,
    String calls,
    String failures) {

  static EndpointRow of(EndpointView view, Instant now) {
    Endpoint endpoint = view.endpoint();
    return new EndpointRow(
        endpoint.id().value(),
        endpoint.authority(),
        mark(endpoint),
        since(endpoint.health(), now),
        endpoint.health().reason(),
        endpoint.priority(),
        endpoint.weight(),
        view.inFlight(),
        Figures.duration(view.averageLatency()),
        Figures.count(view.calls()),
        Figures.count(view.failures()));
  }

  /** What the operator wants comes before what the checks say. */
  static StatusMark mark(Endpoint endpoint) {
    if (endpoint.adminState() == AdminState.MAINTENANCE) {
      return StatusMark.idle("Maintenance");
    }
    if (endpoint.adminState() == AdminState.DRAINING) {
      return StatusMark.idle("Draining");
    }
    return switch (endpoint.health().state()) {
      case PASSING -> StatusMark.ok("Passing");
      case WARNING -> StatusMark.warn("Warning");
      case CRITICAL -> StatusMark.bad("Critical");
      case UNKNOWN -> StatusMark.idle("Not checked");
    };
  }

  private static String since(Health health, Instant now) {
    return health.since().equals(Instant.EPOCH)
        ? ""
        : "for " + Figures.age(Duration.between(health.since(), now));
  }
}
