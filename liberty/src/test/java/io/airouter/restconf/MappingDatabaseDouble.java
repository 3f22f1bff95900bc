package io.airouter.restconf;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The tree {@code odl-mappingservice:mapping-database} of the default virtual network. */
final class MappingDatabaseDouble {
  private static final String MODULE = "odl-mappingservice:";
  private static final Set<String> LEAFS = Set.of("eid-uri", "origin", "mapping-record");

  private final Map<String, JsonObject> configured = new LinkedHashMap<>();
  private final List<JsonObject> operational = new ArrayList<>();

  /** Rows whose EID names virtual network 0: kept, and never found again. */
  private final List<JsonObject> lost = new ArrayList<>();

  /** The whole network; empty counts as missing. */
  synchronized Reply network(String query) {
    boolean isConfig = !query.contains("content=nonconfig");
    List<JsonObject> rows = isConfig ? List.copyOf(configured.values()) : operational;
    if (rows.isEmpty()) {
      return Reply.error(404, "data-missing");
    }
    boolean onlyIds = query.contains("fields=mapping(eid-uri)");
    JsonArrayBuilder mappings = Json.createArrayBuilder();
    rows.forEach(row -> mappings.add(onlyIds ? id(row) : restyled(row)));
    JsonObjectBuilder network = Json.createObjectBuilder().add("vni", "0").add("mapping", mappings);
    if (isConfig && !onlyIds) {
      network.add("authentication-key", key());
    }
    return Reply.json(
        200,
        Json.createObjectBuilder()
            .add(MODULE + "virtual-network-identifier", Json.createArrayBuilder().add(network))
            .build());
  }

  /** In clear text, as a plain read of the configuration shows it. */
  private static JsonArrayBuilder key() {
    return Json.createArrayBuilder()
        .add(
            Json.createObjectBuilder()
                .add("eid-uri", "ipv4:10.0.0.0/8")
                .add(
                    "mapping-authkey",
                    Json.createObjectBuilder()
                        .add("key-string", ControllerDouble.CLEAR_TEXT_KEY)
                        .add("key-type", 1)));
  }

  private static JsonObject id(JsonObject row) {
    return Json.createObjectBuilder()
        .add("origin", row.getString("origin"))
        .add("eid-uri", row.getString("eid-uri"))
        .build();
  }

  synchronized Reply get(String key) {
    return Optional.ofNullable(configured.get(key))
        .map(
            row ->
                Reply.json(
                    200,
                    Json.createObjectBuilder()
                        .add(MODULE + "mapping", Json.createArrayBuilder().add(restyled(row)))
                        .build()))
        .orElseGet(() -> Reply.error(404, "data-missing"));
  }

  synchronized Reply put(String key, String body) {
    Optional<JsonObject> row = entry(body);
    if (row.isEmpty() || !LEAFS.containsAll(row.get().keySet())) {
      return Reply.error(400, "malformed-message");
    }
    if (!key.equals(key(row.get()))) {
      return Reply.error(400, "invalid-value");
    }
    if (row.get().getJsonObject("mapping-record").toString().contains("virtual-network-id")) {
      lost.add(row.get());
      return Reply.empty(201);
    }
    boolean isNew = configured.put(key, row.get()) == null;
    return Reply.empty(isNew ? 201 : 204);
  }

  synchronized Reply post(String body) {
    Optional<JsonObject> row = entry(body);
    if (row.isEmpty()) {
      return Reply.error(400, "malformed-message");
    }
    if (configured.putIfAbsent(key(row.get()), row.get()) != null) {
      return Reply.error(409, "data-exists");
    }
    return Reply.empty(201).with("Location", ControllerDouble.NETWORK);
  }

  synchronized Reply delete(String key) {
    return configured.remove(key) == null ? Reply.error(404, "data-missing") : Reply.empty(204);
  }

  synchronized void configure(JsonObject row) {
    configured.put(key(row), row);
  }

  synchronized void register(JsonObject row) {
    operational.add(row);
  }

  synchronized void forgetRegistrations() {
    operational.clear();
  }

  synchronized void clear() {
    configured.clear();
    operational.clear();
  }

  synchronized Optional<JsonObject> row(String eidUri) {
    return Optional.ofNullable(configured.get(eidUri + ",northbound"));
  }

  synchronized Set<String> eids() {
    Set<String> eids = new TreeSet<>();
    configured.values().forEach(row -> eids.add(row.getString("eid-uri")));
    return eids;
  }

  private static Optional<JsonObject> entry(String body) {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      JsonArray list = reader.readObject().getJsonArray(MODULE + "mapping");
      return list == null || list.size() != 1
          ? Optional.empty()
          : Optional.of(list.getJsonObject(0));
    } catch (JsonException | ClassCastException e) {
      return Optional.empty();
    }
  }

  private static String key(JsonObject row) {
    return row.getString("eid-uri", "") + "," + row.getString("origin", "");
  }

  /** The same with members in another order and long numbers as text, as real ones answer. */
  private static JsonValue restyled(JsonValue value) {
    return switch (value) {
      case JsonObject object -> {
        JsonObjectBuilder builder = Json.createObjectBuilder();
        object.entrySet().stream()
            .sorted(Map.Entry.<String, JsonValue>comparingByKey().reversed())
            .forEach(e -> builder.add(e.getKey(), member(e)));
        yield builder.build();
      }
      case JsonArray array -> {
        JsonArrayBuilder builder = Json.createArrayBuilder();
        array.forEach(element -> builder.add(restyled(element)));
        yield builder.build();
      }
      default -> value;
    };
  }

  private static JsonValue member(Map.Entry<String, JsonValue> member) {
    return member.getKey().equals("recordTtl") && member.getValue() instanceof JsonNumber number
        ? Json.createValue(number.toString())
        : restyled(member.getValue());
  }
}
