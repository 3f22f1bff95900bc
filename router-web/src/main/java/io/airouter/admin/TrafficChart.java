package io.airouter.admin;

import io.airouter.history.Traffic;
import io.airouter.history.Traffic.Times;
import io.airouter.history.TrafficGroup;
import io.airouter.history.TrafficWindow;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** Traffic over time as Chart.js configurations; a gap where nothing was asked. */
final class TrafficChart {
  private static final List<String> COLOURS = List.of("--series-1", "--series-2", "--series-3");
  private static final List<String> KEYS = List.of("one", "two", "three");
  private static final String OTHERS = "--control";

  private TrafficChart() {}

  /**
   * What a colour stands for.
   *
   * @param colour the class of its key in the legend
   */
  public record Key(String label, String colour) {}

  /** Served, failed, and what is neither: refused for what it asked, left, or only decided. */
  static String requests(TrafficWindow window, List<Traffic> series) {
    JsonArrayBuilder sets =
        Json.createArrayBuilder()
            .add(TrendChart.series("Served", "--series-1", counts(series, Traffic::succeeded)))
            .add(TrendChart.series("Failed", "--series-bad", counts(series, Traffic::errors)))
            .add(
                TrendChart.series(
                    "Other",
                    OTHERS,
                    counts(series, t -> t.requests() - t.succeeded() - t.errors())));
    return TrendChart.chart("bar", times(window), sets).toString();
  }

  static String times(TrafficWindow window, List<Traffic> series) {
    JsonArrayBuilder sets =
        Json.createArrayBuilder()
            .add(TrendChart.series("p50", COLOURS.get(0), millis(series, Times::p50)))
            .add(TrendChart.series("p95", COLOURS.get(1), millis(series, Times::p95)))
            .add(TrendChart.series("p99", COLOURS.get(2), millis(series, Times::p99)));
    return TrendChart.chart("line", times(window), sets).toString();
  }

  /** The three busiest in the order of their names, so that colours seldom change. */
  static List<TrafficGroup> shown(List<TrafficGroup> groups) {
    return groups.stream()
        .filter(group -> !group.name().isEmpty())
        .limit(COLOURS.size())
        .sorted(Comparator.comparing(TrafficGroup::name))
        .toList();
  }

  static List<Key> keys(List<TrafficGroup> groups) {
    List<TrafficGroup> shown = shown(groups);
    List<Key> keys = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      keys.add(new Key(shown.get(i).name(), KEYS.get(i)));
    }
    return keys;
  }

  static String requestsByName(TrafficWindow window, List<TrafficGroup> groups) {
    List<TrafficGroup> shown = shown(groups);
    JsonArrayBuilder sets = Json.createArrayBuilder();
    for (int i = 0; i < shown.size(); i++) {
      TrafficGroup group = shown.get(i);
      sets.add(
          TrendChart.series(
              group.name(), COLOURS.get(i), counts(group.series(), Traffic::requests)));
    }
    sets.add(TrendChart.series("others", OTHERS, others(window, groups, shown)));
    return TrendChart.chart("bar", times(window), sets).toString();
  }

  private static JsonArrayBuilder others(
      TrafficWindow window, List<TrafficGroup> groups, List<TrafficGroup> shown) {
    JsonArrayBuilder values = Json.createArrayBuilder();
    for (int i = 0; i < window.intervals(); i++) {
      int interval = i;
      values.add(
          groups.stream()
              .filter(group -> !shown.contains(group))
              .mapToLong(group -> group.series().get(interval).requests())
              .sum());
    }
    return values;
  }

  static String p95ByName(TrafficWindow window, List<TrafficGroup> groups) {
    List<TrafficGroup> shown = shown(groups);
    JsonArrayBuilder sets = Json.createArrayBuilder();
    for (int i = 0; i < shown.size(); i++) {
      TrafficGroup group = shown.get(i);
      sets.add(TrendChart.series(group.name(), COLOURS.get(i), millis(group.series(), Times::p95)));
    }
    return TrendChart.chart("line", times(window), sets).toString();
  }

  /** As an interval's start is named: with its day where the window has several. */
  static String time(TrafficWindow window, Instant start) {
    return Duration.between(window.from(), window.to()).compareTo(Duration.ofDays(1)) < 0
        ? Figures.timeOfDay(start)
        : Figures.dayAndTime(start).replaceFirst(":00$", "");
  }

  private static JsonArrayBuilder times(TrafficWindow window) {
    JsonArrayBuilder labels = Json.createArrayBuilder();
    for (int i = 0; i < window.intervals(); i++) {
      labels.add(time(window, window.start(i)));
    }
    return labels;
  }

  private static JsonArrayBuilder counts(List<Traffic> series, ToLongFunction<Traffic> figure) {
    JsonArrayBuilder values = Json.createArrayBuilder();
    series.forEach(traffic -> values.add(figure.applyAsLong(traffic)));
    return values;
  }

  private static JsonArrayBuilder millis(List<Traffic> series, ToDoubleFunction<Times> figure) {
    JsonArrayBuilder values = Json.createArrayBuilder();
    for (Traffic traffic : series) {
      if (traffic.called() == 0) {
        values.addNull();
      } else {
        values.add(Math.round(figure.applyAsDouble(traffic.times())));
      }
    }
    return values;
  }
}
