package io.airouter.sdn;

import io.airouter.model.EndpointId;
import java.time.Instant;
import java.util.Objects;

/**
 * An endpoint that the router learnt from a controller.
 *
 * @param lastSeen when the registration behind it was last read
 * @param said priority and weight of that registration: where it says the same again, what an
 *     operator set since stays
 */
public record ImportedLocation(EndpointId endpoint, Instant lastSeen, String said) {
  public ImportedLocation {
    Objects.requireNonNull(endpoint);
    Objects.requireNonNull(lastSeen);
    Objects.requireNonNull(said);
  }
}
