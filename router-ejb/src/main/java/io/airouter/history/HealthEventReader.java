package io.airouter.history;

import io.airouter.model.EndpointId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads what {@link HealthEventLog} kept. */
public interface HealthEventReader {
  /** One endpoint's events from {@code from} (included) on, newest first, so many at most. */
  List<HealthEvent> events(EndpointId endpoint, Instant from, int count);

  /** The last event that node saw before {@code until}; empty where none is kept. */
  Optional<HealthEvent> last(EndpointId endpoint, String node, Instant until);
}
