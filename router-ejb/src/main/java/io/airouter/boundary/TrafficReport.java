package io.airouter.boundary;

import io.airouter.history.TrafficDimension;
import io.airouter.history.TrafficGroup;
import io.airouter.history.TrafficRange;
import io.airouter.history.TrafficWindow;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The traffic of a range, all together with its series, and in groups.
 *
 * @param asOf what was written before is in it; empty while nothing was rolled up yet
 */
public record TrafficReport(
    TrafficRange range,
    TrafficWindow window,
    TrafficDimension by,
    TrafficGroup total,
    List<TrafficGroup> groups,
    Optional<Instant> asOf) {
  /** How far a percentile of rollups may be from that of the rows, as a share of it. */
  public static final double ROLLUP_ERROR = 0.01;

  public TrafficReport {
    Objects.requireNonNull(range);
    Objects.requireNonNull(window);
    Objects.requireNonNull(by);
    Objects.requireNonNull(total);
    groups = List.copyOf(groups);
    Objects.requireNonNull(asOf);
  }

  /** How far its percentiles may be off. */
  public double error() {
    return window.rolledUp() ? ROLLUP_ERROR : 0;
  }
}
