package io.airouter.api;

import io.airouter.model.ModelId;
import io.airouter.model.Priority;
import io.airouter.query.Face;
import io.airouter.query.RouteQuery;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the body of {@code POST /route}; each refusal names the field it is about. */
final class RouteRequest {
  /** Octets of a query at most. */
  static final int MAX_QUERY = 1 << 20;

  /** Octets of a body at most: a query of which each character is escaped, and its context. */
  static final int MAX_BODY = 4 << 20;

  /** Looked up once: each look-up asks the class loader. */
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  private RouteRequest() {}

  static RouteQuery parse(JsonObject body, Arrival arrival) {
    Fields fields = new Fields(body, Problem.UNPROCESSABLE);
    String query = query(fields);
    return new RouteQuery(
        arrival.requestId(),
        query,
        chat(query),
        context(fields),
        priority(fields),
        sourceEid(fields),
        preferredModel(fields, arrival),
        false,
        fields.flag("dry_run"),
        arrival.caller(),
        Face.ROUTE);
  }

  private static String query(Fields fields) {
    String query = fields.text("query").orElse("");
    if (query.isBlank()) {
      throw Problem.of(Problem.UNPROCESSABLE, "empty_query", "'query' is missing or empty.")
          .inField("query")
          .asException();
    }
    if (query.getBytes(StandardCharsets.UTF_8).length > MAX_QUERY) {
      throw Problem.of(
              Problem.CONTENT_TOO_LARGE,
              "query_too_large",
              "'query' is longer than " + MAX_QUERY + " octets.")
          .inField("query")
          .asException();
    }
    return query;
  }

  private static JsonObject chat(String query) {
    JsonObject message =
        JSON.createObjectBuilder().add("role", "user").add("content", query).build();
    return JSON.createObjectBuilder()
        .add("model", Arrival.AUTO)
        .add("messages", JSON.createArrayBuilder().add(message))
        .build();
  }

  /** The caller's own words, kept as text whatever type they came in. */
  private static Map<String, String> context(Fields fields) {
    Map<String, String> context = new LinkedHashMap<>();
    fields
        .nested("context")
        .orElse(JsonValue.EMPTY_JSON_OBJECT)
        .forEach(
            (name, value) ->
                context.put(
                    name, value instanceof JsonString text ? text.getString() : value.toString()));
    return context;
  }

  private static Optional<Priority> priority(Fields fields) {
    return fields
        .text("priority")
        .map(
            word ->
                Priority.ofWord(word)
                    .orElseThrow(() -> fields.wrong("priority", "low, medium or high")));
  }

  private static InetAddress sourceEid(Fields fields) {
    return fields
        .text("source_eid")
        .map(
            text ->
                SourceEid.parse(text)
                    .orElseThrow(
                        () -> fields.wrong("source_eid", "a unicast IPv4 or IPv6 address")))
        .orElse(SourceEid.DEFAULT);
  }

  private static Optional<ModelId> preferredModel(Fields fields, Arrival arrival) {
    return fields.text("preferred_model").flatMap(name -> arrival.model(name, "preferred_model"));
  }
}
