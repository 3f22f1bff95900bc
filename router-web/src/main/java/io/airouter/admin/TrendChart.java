package io.airouter.admin;

import io.airouter.history.HistoryBucket;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The dashboard's two charts as Chart.js configurations. Colours are names of the theme's own
 * properties, which the page's script puts in place, so that one chart serves both themes.
 */
final class TrendChart {
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  private TrendChart() {}

  /** Queries served and failed in each interval, stacked. */
  static JsonObject requests(List<HistoryBucket> buckets) {
    return chart(
        "bar",
        times(buckets),
        JSON.createArrayBuilder()
            .add(series("Served", "--series-1", values(buckets, b -> b.requests() - b.errors())))
            .add(series("Failed", "--series-bad", values(buckets, HistoryBucket::errors))));
  }

  /** The response time that 95 of 100 queries stayed below; a gap where nothing was asked. */
  static JsonObject responseTimes(List<HistoryBucket> buckets) {
    JsonArrayBuilder values = JSON.createArrayBuilder();
    for (HistoryBucket bucket : buckets) {
      if (bucket.requests() == 0) {
        values.addNull();
      } else {
        values.add(Math.round(bucket.p95Millis()));
      }
    }
    return chart(
        "line", times(buckets), JSON.createArrayBuilder().add(series("p95", "--series-2", values)));
  }

  private static JsonArrayBuilder times(List<HistoryBucket> buckets) {
    JsonArrayBuilder labels = JSON.createArrayBuilder();
    buckets.forEach(bucket -> labels.add(Figures.timeOfDay(bucket.start())));
    return labels;
  }

  /** A chart of these series; {@code bar} stacks them. */
  static JsonObject chart(String type, JsonArrayBuilder labels, JsonArrayBuilder series) {
    return JSON.createObjectBuilder()
        .add("type", type)
        .add("data", JSON.createObjectBuilder().add("labels", labels).add("datasets", series))
        .add("options", options(type.equals("bar")))
        .build();
  }

  static JsonObjectBuilder series(String label, String colour, JsonArrayBuilder values) {
    return JSON.createObjectBuilder()
        .add("label", label)
        .add("backgroundColor", colour)
        .add("borderColor", colour)
        .add("data", values);
  }

  private static JsonArrayBuilder values(
      List<HistoryBucket> buckets, ToDoubleFunction<HistoryBucket> figure) {
    JsonArrayBuilder values = JSON.createArrayBuilder();
    buckets.forEach(bucket -> values.add(Math.round(figure.applyAsDouble(bucket))));
    return values;
  }

  private static JsonObjectBuilder options(boolean stacked) {
    JsonObjectBuilder time =
        JSON.createObjectBuilder()
            .add("stacked", stacked)
            .add("grid", JSON.createObjectBuilder().add("display", false))
            .add("ticks", JSON.createObjectBuilder().add("maxTicksLimit", 6).add("maxRotation", 0));
    JsonObjectBuilder amount =
        JSON.createObjectBuilder()
            .add("stacked", stacked)
            .add("beginAtZero", true)
            .add("ticks", JSON.createObjectBuilder().add("precision", 0).add("maxTicksLimit", 5));
    return JSON.createObjectBuilder()
        .add("animation", false)
        .add("responsive", true)
        .add("maintainAspectRatio", false)
        .add("interaction", JSON.createObjectBuilder().add("mode", "index").add("intersect", false))
        .add("scales", JSON.createObjectBuilder().add("x", time).add("y", amount))
        .add(
            "plugins",
            JSON.createObjectBuilder()
                .add("legend", JSON.createObjectBuilder().add("display", false)));
  }
}
