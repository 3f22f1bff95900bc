package io.airouter.api;

import io.airouter.boundary.TrafficReport;
import io.airouter.history.Traffic;
import io.airouter.history.TrafficDimension;
import io.airouter.history.TrafficGroup;
import io.airouter.history.TrafficRange;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Traffic as the API shows it, and the words by which it is asked for. */
final class TrafficJson {
  private static final int DIGITS = 3;
  private static final int RATE_DIGITS = 6;

  private TrafficJson() {}

  static TrafficRange range(String word) {
    return known("range", TrafficRange.ofWord(word), TrafficRange.values(), TrafficRange::word);
  }

  static TrafficDimension dimension(String word) {
    return known(
        "by", TrafficDimension.ofWord(word), TrafficDimension.values(), TrafficDimension::word);
  }

  private static <T> T known(String field, Optional<T> found, T[] all, Function<T, String> word) {
    String allowed = Arrays.stream(all).map(word).collect(Collectors.joining(", "));
    return found.orElseThrow(
        () ->
            Problem.of(
                    Problem.UNPROCESSABLE,
                    "invalid_field",
                    "'" + field + "' must be one of " + allowed + ".")
                .inField(field)
                .asException());
  }

  /** What a report is of and how exact it is, with the whole and its series. */
  static JsonObjectBuilder head(TrafficReport report) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("range", report.range().word())
            .add("from", report.window().from().toString())
            .add("to", report.window().to().toString())
            .add("interval_seconds", report.window().width().toSeconds())
            .add("source", report.window().rolledUp() ? "rollups" : "rows")
            .add("percentile_error", report.error());
    report
        .asOf()
        .ifPresentOrElse(at -> json.add("as_of", at.toString()), () -> json.addNull("as_of"));
    return json.add("total", figures(report.total().traffic()))
        .add("series", series(report, report.total().series()));
  }

  /** Group by group; the name of those without one is null. */
  static JsonObjectBuilder named(String key, TrafficGroup group) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    if (group.name().isEmpty()) {
      json.addNull(key);
    } else {
      json.add(key, group.name());
    }
    return json.addAll(figures(group.traffic()));
  }

  static JsonArrayBuilder series(TrafficReport report, List<Traffic> series) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (int i = 0; i < series.size(); i++) {
      array.add(
          Json.createObjectBuilder()
              .add("start", report.window().start(i).toString())
              .addAll(figures(series.get(i))));
    }
    return array;
  }

  private static JsonObjectBuilder figures(Traffic traffic) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("requests", traffic.requests())
            .add("dry_runs", traffic.dryRuns())
            .add("succeeded", traffic.succeeded())
            .add("errors", traffic.errors())
            .add("fallbacks", traffic.fallbacks());
    if (traffic.called() == 0) {
      json.addNull("success_rate").addNull("error_rate").addNull("average_ms");
      json.addNull("p50_ms").addNull("p95_ms").addNull("p99_ms");
    } else {
      json.add("success_rate", rate(traffic.succeeded(), traffic.called()))
          .add("error_rate", rate(traffic.errors(), traffic.called()))
          .add("average_ms", rounded(traffic.times().average(), DIGITS))
          .add("p50_ms", rounded(traffic.times().p50(), DIGITS))
          .add("p95_ms", rounded(traffic.times().p95(), DIGITS))
          .add("p99_ms", rounded(traffic.times().p99(), DIGITS));
    }
    return json.add("input_tokens", traffic.inputTokens())
        .add("output_tokens", traffic.outputTokens())
        .add("cost", traffic.cost());
  }

  private static BigDecimal rate(long part, long whole) {
    return rounded((double) part / whole, RATE_DIGITS);
  }

  static BigDecimal rounded(double value, int digits) {
    return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
  }
}
