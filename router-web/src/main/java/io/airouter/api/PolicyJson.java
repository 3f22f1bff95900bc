package io.airouter.api;

import io.airouter.model.IpPrefix;
import io.airouter.model.ModelId;
import io.airouter.model.Policy;
import io.airouter.model.RoutingPolicy;
import io.airouter.model.ScoringWeights;
import io.airouter.model.WorkloadClass;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.stream.Stream;

/** The policy as {@code /policy} shows it. */
final class PolicyJson {
  private PolicyJson() {}

  static JsonObject of(Policy policy) {
    JsonArrayBuilder classes = Json.createArrayBuilder();
    policy.classes().forEach(c -> classes.add(json(c)));
    return Json.createObjectBuilder()
        .add("weights", json(policy.weights()))
        .add("classes", classes)
        .build();
  }

  private static JsonObjectBuilder json(WorkloadClass workloadClass) {
    RoutingPolicy policy = workloadClass.policy();
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("name", workloadClass.name())
            .add("sources", texts(workloadClass.sources().stream().map(IpPrefix::toString)))
            .add(
                "allowed_models",
                texts(policy.allowedModels().stream().sorted().map(ModelId::value)))
            .add("default_priority", policy.defaultPriority().word());
    policy.maxCost().ifPresent(cost -> json.add("max_cost", cost));
    policy.maxLatency().ifPresent(latency -> json.add("max_latency_ms", latency.toMillis()));
    policy.weights().ifPresent(weights -> json.add("weights", json(weights)));
    return json;
  }

  private static JsonObjectBuilder json(ScoringWeights weights) {
    return Json.createObjectBuilder()
        .add("capability", weights.capability())
        .add("load", weights.load())
        .add("cost", weights.cost())
        .add("response_time", weights.responseTime());
  }

  private static JsonArrayBuilder texts(Stream<String> texts) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    texts.forEach(array::add);
    return array;
  }
}
