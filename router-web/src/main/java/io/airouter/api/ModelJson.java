package io.airouter.api;

import io.airouter.boundary.ModelView;
import io.airouter.boundary.ModelView.EndpointView;
import io.airouter.model.Endpoint;
import io.airouter.model.Model;
import io.airouter.model.ModelLimits;
import io.airouter.model.Price;
import io.airouter.model.QueryType;
import io.airouter.model.RegistrationDefaults;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.Optional;

/** A model as {@code /models} shows it. */
final class ModelJson {
  private ModelJson() {}

  static JsonObject summary(ModelView view) {
    return builder(view).build();
  }

  /** With its identity, prices and endpoints. */
  static JsonObject whole(ModelView view) {
    Model model = view.model();
    JsonArrayBuilder endpoints = Json.createArrayBuilder();
    view.endpoints().forEach(e -> endpoints.add(endpoint(e)));
    return builder(view)
        .add("enabled", model.enabled())
        .add("dialect", model.dialect().word())
        .add("upstream_model", model.upstreamName())
        .add("context_window", model.contextWindow())
        .add("service_eid", model.serviceEid().getHostAddress())
        .add("distinguished_name", model.distinguishedName())
        .add("prices_per_million_tokens", prices(model.price()))
        .add("tokens_per_minute", limit(model.limits().tokensPerMinute()))
        .add("registration", registration(model.registration()))
        .add("endpoints", endpoints)
        .build();
  }

  private static JsonObjectBuilder builder(ModelView view) {
    Model model = view.model();
    JsonObjectBuilder json = Json.createObjectBuilder().add("name", model.name());
    best(view).ifPresentOrElse(e -> json.add("endpoint", e), () -> json.addNull("endpoint"));
    json.add("model_id", model.id().value())
        .add("available", view.available())
        .add("current_load", view.currentLoad())
        .add("max_tokens", model.maxTokens())
        .add("cost_per_token", model.price().costPerToken())
        .add("avg_response_time", RouteResponse.seconds(view.averageResponseTime()));
    return json.add("rate_limit", limit(model.limits().requestsPerMinute()))
        .add("current_requests", view.requestsThisMinute())
        .add("capabilities", capabilities(model));
  }

  /** Where the model is reached first: it serves, of the lowest priority and the most weight. */
  private static Optional<String> best(ModelView view) {
    return view.endpoints().stream()
        .map(EndpointView::endpoint)
        .min(
            Comparator.comparing((Endpoint e) -> !e.isServing())
                .thenComparing(Endpoint::priority)
                .thenComparing(Endpoint::weight, Comparator.reverseOrder()))
        .map(Endpoint::authority);
  }

  private static JsonObjectBuilder capabilities(Model model) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    for (QueryType type : QueryType.values()) {
      json.add(type.word(), model.capability(type).word());
    }
    return json;
  }

  private static JsonValue limit(long perMinute) {
    return perMinute == ModelLimits.UNLIMITED ? JsonValue.NULL : Json.createValue(perMinute);
  }

  private static JsonObjectBuilder registration(RegistrationDefaults defaults) {
    return Json.createObjectBuilder()
        .add("scheme", defaults.scheme())
        .add("port", defaults.port())
        .add("path", defaults.path());
  }

  private static JsonObjectBuilder prices(Price price) {
    return Json.createObjectBuilder()
        .add("input", price.input())
        .add("output", price.output())
        .add("cached_input", price.cachedInput());
  }

  /** One endpoint with its counters; of its secret only the name. */
  static JsonObjectBuilder endpoint(EndpointView view) {
    Endpoint endpoint = view.endpoint();
    JsonArrayBuilder addresses = Json.createArrayBuilder();
    endpoint.addresses().forEach(a -> addresses.add(a.getHostAddress()));
    return Json.createObjectBuilder()
        .add("id", endpoint.id().value())
        .add("model", endpoint.model().value())
        .add("endpoint", endpoint.authority())
        .add("base_url", endpoint.baseUrl().toString())
        .add("addresses", addresses)
        .add("priority", endpoint.priority())
        .add("weight", endpoint.weight())
        .add(
            "credential",
            endpoint.credential().<JsonValue>map(Json::createValue).orElse(JsonValue.NULL))
        .add("origin", endpoint.origin().word())
        .add("admin_state", endpoint.adminState().word())
        .add("serving", endpoint.isServing())
        .add("health", endpoint.health().state().word())
        .add("health_reason", endpoint.health().reason())
        .add("health_since", endpoint.health().since().toString())
        .add("in_flight", view.inFlight())
        .add("avg_response_time", RouteResponse.seconds(view.averageLatency()))
        .add("calls", view.calls())
        .add("failures", view.failures());
  }
}
