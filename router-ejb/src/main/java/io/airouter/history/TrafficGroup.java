package io.airouter.history;

import java.util.List;
import java.util.Objects;

/**
 * The traffic of one model, endpoint or class.
 *
 * @param name empty where the queries had none, such as those for which no model was eligible
 * @param series one figure for each interval of the window, oldest first; empty where not asked for
 */
public record TrafficGroup(String name, Traffic traffic, List<Traffic> series) {
  public TrafficGroup {
    Objects.requireNonNull(name);
    Objects.requireNonNull(traffic);
    series = List.copyOf(series);
  }
}
