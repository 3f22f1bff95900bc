package io.airouter.boot;

import io.airouter.model.Endpoint;
import io.airouter.model.Model;
import io.airouter.model.ModelCatalogue;
import io.airouter.model.ModelLimits;
import io.airouter.model.Origin;
import io.airouter.model.Price;
import io.airouter.model.RegistrationDefaults;
import io.airouter.model.ScoringWeights;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;

/**
 * The models as they are now, written as the configuration file would have them. Endpoints that
 * registered themselves or were imported stand in no file.
 */
final class ConfigurationForm {
  /** Stands for secrets that are kept but not shown. */
  static final String KEPT = "kept";

  private ConfigurationForm() {}

  static JsonObject of(ModelCatalogue now) {
    JsonObjectBuilder models = Json.createObjectBuilder();
    JsonObjectBuilder credentials = Json.createObjectBuilder();
    for (Model model : now.models()) {
      JsonArrayBuilder endpoints = Json.createArrayBuilder();
      now.endpointsOf(model.id()).stream()
          .filter(e -> e.origin() == Origin.CONFIGURED)
          .forEach(
              e -> {
                endpoints.add(endpoint(e));
                e.credential().ifPresent(name -> credentials.add(name, KEPT));
              });
      models.add(model.id().value(), model(model).add("endpoints", endpoints));
    }
    return Json.createObjectBuilder()
        .add("models", models)
        .add("load_balancing", weights(now.weights()))
        .add("credentials", credentials)
        .build();
  }

  private static JsonObjectBuilder model(Model model) {
    JsonObjectBuilder capabilities = Json.createObjectBuilder();
    model.capabilities().forEach((type, grade) -> capabilities.add(type.word(), grade.word()));
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("name", text(model.name()))
            .add("dialect", model.dialect().word())
            .add("upstream_model", text(model.upstreamName()))
            .add("prices", prices(model.price()))
            .add("max_tokens", model.maxTokens())
            .add("context_window", model.contextWindow())
            .add("capabilities", capabilities)
            .add("eid", model.serviceEid().getHostAddress())
            .add("enabled", model.enabled())
            .add("registration", registration(model.registration()));
    limit(json, "rate_limit", model.limits().requestsPerMinute());
    limit(json, "tokens_per_minute", model.limits().tokensPerMinute());
    return json;
  }

  private static void limit(JsonObjectBuilder json, String name, long perMinute) {
    if (perMinute != ModelLimits.UNLIMITED) {
      json.add(name, perMinute);
    }
  }

  private static JsonObjectBuilder endpoint(Endpoint endpoint) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", endpoint.id().value())
            .add("url", text(endpoint.baseUrl().toString()))
            .add("priority", endpoint.priority())
            .add("weight", endpoint.weight());
    endpoint.credential().ifPresent(name -> json.add("credential", text(name)));
    return json;
  }

  private static JsonObjectBuilder prices(Price price) {
    return Json.createObjectBuilder()
        .add("input", amount(price.input()))
        .add("output", amount(price.output()))
        .add("cached", amount(price.cachedInput()));
  }

  private static JsonObjectBuilder registration(RegistrationDefaults defaults) {
    return Json.createObjectBuilder()
        .add("scheme", defaults.scheme())
        .add("port", defaults.port())
        .add("path", text(defaults.path()));
  }

  private static JsonObjectBuilder weights(ScoringWeights weights) {
    return Json.createObjectBuilder()
        .add("capability", BigDecimal.valueOf(weights.capability()))
        .add("load", BigDecimal.valueOf(weights.load()))
        .add("cost", BigDecimal.valueOf(weights.cost()))
        .add("response_time", BigDecimal.valueOf(weights.responseTime()));
  }

  /** Without an exponent, which the file's numbers have not. */
  private static JsonNumber amount(BigDecimal amount) {
    return Json.createValue(amount.scale() < 0 ? amount.setScale(0) : amount);
  }

  /** What reads as a reference in a file is meant as it stands. */
  private static String text(String text) {
    return text.replace("${", "$${");
  }
}
