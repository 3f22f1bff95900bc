package io.airouter.api;

import io.airouter.history.HistoryEntry;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;

/** A history entry as the API shows it. */
final class HistoryJson {
  private HistoryJson() {}

  static JsonObject row(HistoryEntry entry) {
    return builder(entry).build();
  }

  /** With the decision as it was answered then. */
  static JsonObject whole(HistoryEntry entry) {
    return builder(entry).add("decision", decision(entry.decisionJson())).build();
  }

  private static JsonObjectBuilder builder(HistoryEntry entry) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("request_id", entry.requestId())
            .add("at", entry.at().toString())
            .add("face", entry.face())
            .add("caller", entry.caller())
            .add("source_eid", entry.sourceEid())
            .add("workload_class", entry.workloadClass())
            .add("query_type", entry.queryType())
            .add("complexity", entry.complexity())
            .add("priority", entry.priority());
    entry.model().ifPresentOrElse(m -> json.add("model", m), () -> json.addNull("model"));
    entry.endpoint().ifPresentOrElse(e -> json.add("endpoint", e), () -> json.addNull("endpoint"));
    json.add("routing_method", entry.method()).add("outcome", entry.outcome());
    entry.status().ifPresentOrElse(s -> json.add("status", s), () -> json.addNull("status"));
    return json.add("attempts", entry.attempts())
        .add("input_tokens", entry.usage().inputTokens())
        .add("output_tokens", entry.usage().outputTokens())
        .add("usage_estimated", entry.usage().estimated())
        .add("cost", entry.cost())
        .add("routing_ms", millis(entry.routingTime()))
        .add("total_ms", millis(entry.totalTime()))
        .add("streamed", entry.streamed())
        .add("score", entry.score());
  }

  private static JsonValue decision(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    } catch (JsonException e) {
      return JsonValue.NULL;
    }
  }

  private static BigDecimal millis(Duration duration) {
    return BigDecimal.valueOf(duration.toNanos() / 1_000, 3);
  }
}
