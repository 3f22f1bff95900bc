package io.airouter.admin;

import io.airouter.boundary.ModelView;
import io.airouter.history.Traffic;
import io.airouter.history.TrafficDimension;
import io.airouter.history.TrafficGroup;
import io.airouter.history.TrafficWindow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One model: how it stands now and what it did over the range.
 *
 * @param load 0..100
 */
public record ModelMetricsRow(
    String id, String detail, StatusMark mark, int load, TrafficRow traffic) {

  /** A model of the catalogue, whether it was asked or not. */
  static ModelMetricsRow of(ModelView view, Optional<TrafficGroup> group, TrafficWindow window) {
    ModelRow now = ModelRow.of(view, Instant.EPOCH);
    return new ModelMetricsRow(
        now.id(),
        now.serving() + " endpoints serving",
        now.mark(),
        now.load(),
        row(now.id(), group, window));
  }

  /** A model that is gone, of which there is history. */
  static ModelMetricsRow gone(TrafficGroup group, TrafficWindow window) {
    return new ModelMetricsRow(
        group.name(),
        "not configured any more",
        StatusMark.idle("Gone"),
        0,
        row(group.name(), Optional.of(group), window));
  }

  private static TrafficRow row(String id, Optional<TrafficGroup> group, TrafficWindow window) {
    return TrafficRow.of(
        group.orElse(new TrafficGroup(id, Traffic.NONE, List.of())),
        window,
        TrafficDimension.MODEL);
  }
}
