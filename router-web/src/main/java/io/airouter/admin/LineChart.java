package io.airouter.admin;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/** Figures over time as a Chart.js configuration, one line each; a gap where there is no figure. */
final class LineChart {
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());
  private static final double DIGITS = 100;

  private LineChart() {}

  /**
   * One line.
   *
   * @param colour a property of the theme, such as {@code --series-1}
   */
  record Line(String label, String colour, List<OptionalDouble> values) {
    Line {
      Objects.requireNonNull(label);
      Objects.requireNonNull(colour);
      values = List.copyOf(values);
    }
  }

  static JsonObject of(List<Instant> times, List<Line> lines) {
    JsonArrayBuilder labels = JSON.createArrayBuilder();
    times.forEach(time -> labels.add(Figures.timeOfDay(time)));
    JsonArrayBuilder series = JSON.createArrayBuilder();
    for (Line line : lines) {
      JsonArrayBuilder values = JSON.createArrayBuilder();
      line.values()
          .forEach(
              value -> value.ifPresentOrElse(v -> values.add(rounded(v)), () -> values.addNull()));
      series.add(TrendChart.series(line.label(), line.colour(), values));
    }
    return TrendChart.chart("line", labels, series);
  }

  private static double rounded(double value) {
    return Math.round(value * DIGITS) / DIGITS;
  }
}
