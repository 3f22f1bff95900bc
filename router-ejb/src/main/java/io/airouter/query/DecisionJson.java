package io.airouter.query;

import io.airouter.model.ModelId;
import io.airouter.query.RoutingDecision.Choice;
import io.airouter.table.MappingLookup;
import io.airouter.table.MappingLookup.RlocView;
import io.airouter.table.ServiceLookup;
import io.airouter.table.ServiceLookup.InstanceView;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A decision as JSON, the one form that the API's {@code routing_metadata}, the history and the
 * UI's picture share: snake_case, durations in milliseconds, neither prompt nor answer.
 */
public final class DecisionJson {
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  /** Looked up once: {@code Json.createValue} asks the class loader each time. */
  private static final JsonProvider VALUES = JsonProvider.provider();

  private static final MathContext SHORT = new MathContext(4);

  private DecisionJson() {}

  /** The whole decision. */
  public static JsonObject of(RoutingDecision decision) {
    JsonObjectBuilder json = JSON.createObjectBuilder();
    addQuery(json, decision);
    return json.add("query_analysis", analysis(decision.analysis()))
        .add("candidates", array(decision.candidates(), DecisionJson::candidate))
        .add("selected", decision.chosen().map(c -> selected(c)).orElse(JsonValue.NULL))
        .add("routing_method", decision.method().label())
        .add("confidence_score", rounded(decision.confidence()))
        .add("lisp_routing", lisp(decision.mapping()))
        .add("dns_routing", dns(decision.service()))
        .add("attempts", array(decision.attempts(), DecisionJson::attempt))
        .add("steps", array(decision.steps(), DecisionJson::step))
        .add("processing_time_ms", millis(decision.routingTime()))
        .build();
  }

  private static void addQuery(JsonObjectBuilder json, RoutingDecision decision) {
    RouteQuery query = decision.query();
    JsonObjectBuilder context = JSON.createObjectBuilder();
    query.context().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> context.add(e.getKey(), e.getValue()));
    json.add("request_id", query.requestId())
        .add("at", decision.at().toString())
        .add("face", query.face().word())
        .add("caller", query.caller().name())
        .add("source_eid", query.sourceEid().getHostAddress())
        .add("workload_class", decision.workloadClass())
        .add("preferred_model", text(query.preferredModel().map(ModelId::value)))
        .add("dry_run", query.dryRun())
        .add("context", context)
        .add("table_version", decision.tableVersion());
  }

  private static JsonObject analysis(QueryAnalysis analysis) {
    JsonArrayBuilder signals = JSON.createArrayBuilder();
    analysis.signals().forEach(signals::add);
    return JSON.createObjectBuilder()
        .add("query_type", analysis.type().word())
        .add("complexity", rounded(analysis.complexity()))
        .add("estimated_input_tokens", analysis.estimatedInputTokens())
        .add("estimated_output_tokens", analysis.estimatedOutputTokens())
        .add("priority", analysis.priority().word())
        .add("confidence", rounded(analysis.confidence()))
        .add("signals", signals)
        .build();
  }

  private static JsonObject candidate(Candidate candidate) {
    return JSON.createObjectBuilder()
        .add("model", candidate.model().value())
        .add("eligible", candidate.eligible())
        .add("score", rounded(candidate.score()))
        .add(
            "scores",
            JSON.createObjectBuilder()
                .add("capability", rounded(candidate.scores().capability()))
                .add("load", rounded(candidate.scores().load()))
                .add("cost", rounded(candidate.scores().cost()))
                .add("response_time", rounded(candidate.scores().responseTime())))
        .add("estimated_cost", candidate.estimatedCost())
        .add("estimated_response_time_ms", candidate.estimatedResponseTime().toMillis())
        .add("reason", candidate.reason())
        .build();
  }

  private static JsonValue selected(Choice choice) {
    return JSON.createObjectBuilder()
        .add("model", choice.model().id().value())
        .add("dialect", choice.model().dialect().word())
        .add("endpoint", choice.endpoint().id().value())
        .add("authority", choice.endpoint().authority())
        .add("priority", choice.endpoint().priority())
        .add("weight", choice.endpoint().weight())
        .add("origin", choice.endpoint().origin().word())
        .add("score", rounded(choice.candidate().score()))
        .add("reasoning", choice.reasoning())
        .build();
  }

  private static JsonObject lisp(MappingLookup mapping) {
    return JSON.createObjectBuilder()
        .add("eid", mapping.eid())
        .add("eid_prefix", text(mapping.eidPrefix()))
        .add("origin", mapping.origin())
        .add("ttl_minutes", mapping.ttlMinutes())
        .add("locators", array(mapping.locators(), DecisionJson::locator))
        .build();
  }

  private static JsonObject locator(RlocView locator) {
    return JSON.createObjectBuilder()
        .add("rloc", locator.rloc())
        .add("priority", locator.priority())
        .add("weight", locator.weight())
        .build();
  }

  private static JsonObject dns(ServiceLookup service) {
    return JSON.createObjectBuilder()
        .add("name", service.name())
        .add("found", service.found())
        .add("instances", array(service.instances(), DecisionJson::instance))
        .build();
  }

  private static JsonObject instance(InstanceView instance) {
    JsonArrayBuilder addresses = JSON.createArrayBuilder();
    instance.addresses().forEach(addresses::add);
    return JSON.createObjectBuilder()
        .add("endpoint", instance.endpoint())
        .add("addresses", addresses)
        .add("port", instance.port())
        .add("priority", instance.priority())
        .add("weight", instance.weight())
        .build();
  }

  private static JsonObject attempt(Attempt attempt) {
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("model", attempt.model().value())
            .add("endpoint", attempt.endpoint().value())
            .add("authority", attempt.authority())
            .add("outcome", attempt.outcome());
    if (attempt.status().isPresent()) {
      json.add("status", attempt.status().getAsInt());
    } else {
      json.addNull("status");
    }
    return json.add("duration_ms", millis(attempt.duration()))
        .add("detail", attempt.detail())
        .build();
  }

  private static JsonObject step(StepTime step) {
    return JSON.createObjectBuilder()
        .add("step", step.step())
        .add("duration_ms", millis(step.duration()))
        .build();
  }

  private static <T> JsonArrayBuilder array(List<T> values, Function<T, JsonObject> shape) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    values.forEach(value -> array.add(shape.apply(value)));
    return array;
  }

  private static JsonValue text(Optional<String> value) {
    return value.<JsonValue>map(VALUES::createValue).orElse(JsonValue.NULL);
  }

  private static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).round(SHORT);
  }

  /** With microseconds behind the point. */
  private static BigDecimal millis(Duration duration) {
    return BigDecimal.valueOf(duration.toNanos() / 1_000, 3);
  }
}
