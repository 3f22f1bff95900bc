package io.airouter.model;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is configured of a subject, field by field, in the words of the API: the ground on which two
 * versions are compared. Health, resolved addresses and secrets are not configuration.
 */
public final class Configured {
  /** The subject of a policy edit. */
  public static final String POLICY = "policy";

  private Configured() {}

  public static String subject(ModelId id) {
    return "model " + id;
  }

  public static String subject(EndpointId id) {
    return "endpoint " + id;
  }

  /** A model's fields, in the order of its form. */
  public static Map<String, String> words(Model model) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("name", model.name());
    words.put("enabled", String.valueOf(model.enabled()));
    words.put("dialect", model.dialect().word());
    words.put("upstream_model", model.upstreamName());
    words.put("context_window", String.valueOf(model.contextWindow()));
    words.put("max_tokens", String.valueOf(model.maxTokens()));
    words.put("service_eid", model.serviceEid().getHostAddress());
    words.put("rate_limit", limit(model.limits().requestsPerMinute()));
    words.put("tokens_per_minute", limit(model.limits().tokensPerMinute()));
    words.put("prices_per_million_tokens.input", amount(model.price().input()));
    words.put("prices_per_million_tokens.output", amount(model.price().output()));
    words.put("prices_per_million_tokens.cached_input", amount(model.price().cachedInput()));
    for (QueryType type : QueryType.values()) {
      words.put("capabilities." + type.word(), model.capability(type).word());
    }
    words.put("registration.scheme", model.registration().scheme());
    words.put("registration.port", String.valueOf(model.registration().port()));
    words.put("registration.path", model.registration().path());
    return words;
  }

  /** An endpoint's fields, in the order of its form. */
  public static Map<String, String> words(Endpoint endpoint) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("model", endpoint.model().value());
    words.put("base_url", endpoint.baseUrl().toString());
    words.put("priority", String.valueOf(endpoint.priority()));
    words.put("weight", String.valueOf(endpoint.weight()));
    words.put("admin_state", endpoint.adminState().word());
    words.put("credential", endpoint.credential().orElse("none"));
    return words;
  }

  /** The scoring weights, then each class. */
  public static Map<String, String> words(Policy policy) {
    Map<String, String> words = new LinkedHashMap<>();
    put(words, "weights", policy.weights());
    for (WorkloadClass workloadClass : policy.classes()) {
      put(words, "classes." + workloadClass.name(), workloadClass);
    }
    words.put(
        "class_order",
        policy.classes().stream().map(WorkloadClass::name).collect(Collectors.joining(", ")));
    return words;
  }

  private static void put(Map<String, String> words, String prefix, WorkloadClass workloadClass) {
    RoutingPolicy policy = workloadClass.policy();
    words.put(
        prefix + ".sources",
        workloadClass.sources().stream().map(IpPrefix::toString).collect(Collectors.joining(", ")));
    String models =
        policy.allowedModels().stream()
            .sorted()
            .map(ModelId::value)
            .collect(Collectors.joining(", "));
    words.put(prefix + ".allowed_models", models.isEmpty() ? "all" : models);
    words.put(prefix + ".default_priority", policy.defaultPriority().word());
    words.put(prefix + ".max_cost", policy.maxCost().map(Configured::amount).orElse("none"));
    words.put(
        prefix + ".max_latency_ms",
        policy.maxLatency().map(d -> String.valueOf(d.toMillis())).orElse("none"));
    policy
        .weights()
        .ifPresentOrElse(
            weights -> put(words, prefix + ".weights", weights),
            () -> words.put(prefix + ".weights", "the router's"));
  }

  private static void put(Map<String, String> words, String prefix, ScoringWeights weights) {
    words.put(prefix + ".capability", String.valueOf(weights.capability()));
    words.put(prefix + ".load", String.valueOf(weights.load()));
    words.put(prefix + ".cost", String.valueOf(weights.cost()));
    words.put(prefix + ".response_time", String.valueOf(weights.responseTime()));
  }

  private static String limit(long perMinute) {
    return perMinute == ModelLimits.UNLIMITED ? "none" : String.valueOf(perMinute);
  }

  /** Without the scale, which is no difference: 30 and 30.00 cost the same. */
  private static String amount(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }
}
