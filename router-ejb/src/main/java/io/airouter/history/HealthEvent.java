package io.airouter.history;

import io.airouter.model.EndpointId;
import java.time.Instant;
import java.util.Objects;

/**
 * An endpoint's standing changed, as one router saw it.
 *
 * @param reason what the last check saw, for people
 * @param node the router that saw it
 */
public record HealthEvent(
    EndpointId endpoint,
    Instant at,
    EndpointStanding from,
    EndpointStanding to,
    String reason,
    String node) {
  public HealthEvent {
    Objects.requireNonNull(endpoint);
    Objects.requireNonNull(at);
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(node);
  }
}
