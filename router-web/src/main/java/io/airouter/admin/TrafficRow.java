package io.airouter.admin;

import io.airouter.history.Traffic;
import io.airouter.history.TrafficDimension;
import io.airouter.history.TrafficGroup;
import io.airouter.history.TrafficWindow;

/**
 * The figures of one model, endpoint, class or interval, as people read them.
 *
 * @param links to the rows behind them
 */
public record TrafficRow(String name, Traffic traffic, Links links) {

  /** Where each figure leads. */
  public record Links(
      String all, String succeeded, String failed, String fellBack, String slowest) {
    static Links of(HistoryLink rows) {
      return new Links(
          rows.address(),
          rows.outcome("ok").address(),
          rows.outcome("failed").address(),
          rows.outcome("fell_back").address(),
          rows.slowestFirst().address());
    }
  }

  static TrafficRow of(TrafficGroup group, TrafficWindow window, TrafficDimension by) {
    HistoryLink rows = HistoryLink.of(window);
    // What has no name was not routed at all.
    return group.name().isEmpty()
        ? new TrafficRow("none", group.traffic(), Links.of(rows.outcome("no_endpoint")))
        : new TrafficRow(
            group.name(), group.traffic(), Links.of(rows.with(by.word(), group.name())));
  }

  static TrafficRow of(TrafficWindow window, int interval, Traffic traffic) {
    HistoryLink rows = HistoryLink.of(window.start(interval), window.start(interval + 1));
    return new TrafficRow(
        TrafficChart.time(window, window.start(interval)), traffic, Links.of(rows));
  }

  public String requests() {
    return Figures.count(traffic.requests());
  }

  public String success() {
    return Figures.share(traffic.succeeded(), traffic.called());
  }

  public String errors() {
    return Figures.count(traffic.errors());
  }

  public String errorShare() {
    return Figures.share(traffic.errors(), traffic.called());
  }

  public String fallbacks() {
    return Figures.count(traffic.fallbacks());
  }

  public String average() {
    return millis(traffic.times().average());
  }

  public String p50() {
    return millis(traffic.times().p50());
  }

  public String p95() {
    return millis(traffic.times().p95());
  }

  public String p99() {
    return millis(traffic.times().p99());
  }

  public String tokens() {
    return Figures.count(traffic.tokens());
  }

  public String cost() {
    return Figures.money(traffic.cost());
  }

  public boolean failing() {
    return traffic.errors() > 0;
  }

  private String millis(double millis) {
    return traffic.called() == 0 ? Figures.NONE : Figures.millis(millis);
  }
}
