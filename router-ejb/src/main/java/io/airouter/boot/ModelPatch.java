package io.airouter.boot;

import io.airouter.model.EndpointId;
import io.airouter.model.ModelId;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Set;

/**
 * Says a patch of models in the terms of the configuration it is laid over. The file has two ways
 * to say an endpoint and two to say a price; where the patch takes the short one, it stands in the
 * way of what is there in the long one.
 */
final class ModelPatch {
  private static final Set<String> OF_THE_PRIMARY =
      Set.of("endpoint", "weight", "priority", "api_key");

  private ModelPatch() {}

  static JsonObject inFormOf(JsonObject present, JsonObject patch) {
    if (!(patch.get("models") instanceof JsonObject models)) {
      return patch;
    }
    JsonObject known = present.getJsonObject("models");
    JsonObjectBuilder changed = Json.createObjectBuilder();
    models.forEach(
        (id, model) ->
            changed.add(
                id,
                model instanceof JsonObject fields && known.get(id) instanceof JsonObject before
                    ? inFormOf(id, before, fields)
                    : model));
    return Json.createObjectBuilder(patch).add("models", changed).build();
  }

  private static JsonObject inFormOf(String id, JsonObject before, JsonObject fields) {
    JsonObjectBuilder patch = Json.createObjectBuilder(fields);
    if (fields.containsKey("cost_per_token") && !fields.containsKey("prices")) {
      patch.addNull("prices");
    }
    if (!fields.containsKey("endpoints") && OF_THE_PRIMARY.stream().anyMatch(fields::containsKey)) {
      patch.add("endpoints", endpoints(id, before.getJsonArray("endpoints"), fields));
      Set.of("endpoint", "weight", "priority").forEach(patch::remove);
    }
    return patch.build();
  }

  /** The list with what the patch says of the one that {@code endpoint} would name. */
  private static JsonArray endpoints(String id, JsonArray before, JsonObject fields) {
    String primary = EndpointId.of(new ModelId(id), "primary").value();
    JsonArrayBuilder endpoints = Json.createArrayBuilder();
    boolean isKnown = false;
    for (JsonValue value : before) {
      JsonObject endpoint = value.asJsonObject();
      boolean isPrimary = endpoint.getString("id").equals(primary);
      isKnown |= isPrimary;
      endpoints.add(isPrimary ? laidOver(endpoint, fields) : endpoint);
    }
    if (!isKnown) {
      JsonObject bare = Json.createObjectBuilder().add("id", primary).build();
      endpoints.add(laidOver(bare, fields));
    }
    return endpoints.build();
  }

  private static JsonObject laidOver(JsonObject endpoint, JsonObject fields) {
    JsonObjectBuilder json = Json.createObjectBuilder(endpoint);
    Map.of("endpoint", "url", "weight", "weight", "priority", "priority")
        .forEach(
            (from, to) -> {
              if (fields.containsKey(from)) {
                json.add(to, fields.get(from));
              }
            });
    if (fields.containsKey("api_key")) {
      // The reader gives the model's own secret this name, and it is the endpoint's from now on.
      json.remove("credential");
    }
    return json.build();
  }
}
