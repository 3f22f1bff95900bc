package io.airouter.sdn;

import io.airouter.model.EndpointId;
import java.time.Instant;
import java.util.Objects;

/**
 * An endpoint that the router learnt from a controller.
 *
 * @param lastSeen when the registration behind it was last read
 */
public record ImportedLocation(EndpointId endpoint, Instant lastSeen) {
  public ImportedLocation {
    Objects.requireNonNull(endpoint);
    Objects.requireNonNull(lastSeen);
  }
}
