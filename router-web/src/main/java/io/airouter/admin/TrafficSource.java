package io.airouter.admin;

import io.airouter.boundary.TrafficReport;

/** Says in words where figures come from. */
final class TrafficSource {
  private TrafficSource() {}

  static String of(TrafficReport report) {
    if (!report.window().rolledUp()) {
      return "counted from each query";
    }
    return report
        .asOf()
        .map(at -> "from hourly sums as of " + Figures.timeOfDay(at) + " UTC, percentiles ± 1 %")
        .orElse("from hourly sums, the first of which is made within a minute");
  }
}
