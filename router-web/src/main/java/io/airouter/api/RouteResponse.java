package io.airouter.api;

import io.airouter.query.Attempt;
import io.airouter.query.Candidate;
import io.airouter.query.Completion;
import io.airouter.query.DecisionJson;
import io.airouter.query.RoutingDecision;
import io.airouter.query.RoutingDecision.Choice;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The answer of {@code POST /route}, in the fields that its callers have always known. */
final class RouteResponse {
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  private RouteResponse() {}

  /**
   * The answer.
   *
   * @param completion what the endpoint said; empty for a dry run
   */
  static JsonObject of(RoutingDecision decision, Optional<Completion> completion) {
    JsonObject whole = DecisionJson.of(decision);
    JsonObjectBuilder json = JSON.createObjectBuilder();
    decision.chosen().ifPresent(choice -> addChoice(json, choice));
    json.add("routing_method", decision.method().label())
        .add("confidence_score", whole.get("confidence_score"))
        .add("alternative_models", alternatives(decision))
        .add("routing_metadata", metadata(whole, decision))
        // Packets are shown where they are asked for; a query is routed without making one.
        .addNull("lisp_packet");
    completion.ifPresentOrElse(
        answer -> json.add("llm_response", answer.text()), () -> json.addNull("llm_response"));
    return json.add("generation_time", seconds(generationTime(decision))).build();
  }

  private static void addChoice(JsonObjectBuilder json, Choice choice) {
    json.add("selected_model", choice.model().id().value())
        .add("endpoint", choice.endpoint().authority())
        .add("endpoint_id", choice.endpoint().id().value())
        .add("reasoning", choice.reasoning())
        .add("estimated_cost", choice.candidate().estimatedCost())
        .add("estimated_response_time", seconds(choice.candidate().estimatedResponseTime()));
  }

  private static JsonArrayBuilder alternatives(RoutingDecision decision) {
    JsonArrayBuilder names = JSON.createArrayBuilder();
    decision.candidates().stream()
        .filter(Candidate::eligible)
        .map(Candidate::model)
        .filter(id -> decision.chosen().map(c -> !c.model().id().equals(id)).orElse(true))
        .forEach(id -> names.add(id.value()));
    return names;
  }

  private static JsonObjectBuilder metadata(JsonObject whole, RoutingDecision decision) {
    JsonObjectBuilder metadata =
        JSON.createObjectBuilder().add("decision_id", decision.query().requestId());
    for (String name :
        new String[] {
          "query_analysis",
          "lisp_routing",
          "dns_routing",
          "processing_time_ms",
          "candidates",
          "attempts",
          "steps",
          "workload_class",
          "source_eid",
          "context",
          "table_version"
        }) {
      metadata.add(name, whole.get(name));
    }
    return metadata;
  }

  /** How long the endpoint that answered took; zero where nobody was called. */
  private static Duration generationTime(RoutingDecision decision) {
    return decision.attempts().stream()
        .filter(Attempt::succeeded)
        .map(Attempt::duration)
        .findFirst()
        .orElse(Duration.ZERO);
  }

  /** With microseconds behind the point. */
  static BigDecimal seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toNanos() / 1_000, 6);
  }
}
