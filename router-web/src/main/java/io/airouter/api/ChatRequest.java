package io.airouter.api;

import io.airouter.model.ModelId;
import io.airouter.query.Face;
import io.airouter.query.RouteQuery;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A request in the OpenAI chat-completions shape. What the router does not understand it passes
 * through.
 *
 * @param stream whether the answer is wanted as server-sent events
 * @param includeUsage whether the stream is to end with a chunk that holds the usage
 */
record ChatRequest(RouteQuery query, boolean stream, boolean includeUsage) {
  /** Octets of a body at most: pictures come inside it. */
  static final int MAX_BODY = 32 << 20;

  /** The header that names a caller's source EID, since the dialect has no field for it. */
  static final String SOURCE_EID = "x-source-eid";

  private static final Set<String> ROLES =
      Set.of("system", "developer", "user", "assistant", "tool", "function");

  static ChatRequest parse(JsonObject body, Optional<String> sourceEid, Arrival arrival) {
    Fields fields = new Fields(body, Problem.BAD_REQUEST);
    Optional<ModelId> model = model(fields, arrival);
    RouteQuery query =
        new RouteQuery(
            arrival.requestId(),
            prompt(messages(fields)),
            body,
            Map.of(),
            Optional.empty(),
            sourceEid(sourceEid, fields),
            model,
            model.isPresent(),
            false,
            arrival.caller(),
            Face.CHAT);
    boolean includeUsage =
        fields
            .nested("stream_options")
            .map(options -> new Fields(options, Problem.BAD_REQUEST).flag("include_usage"))
            .orElse(false);
    return new ChatRequest(query, fields.flag("stream"), includeUsage);
  }

  private static Optional<ModelId> model(Fields fields, Arrival arrival) {
    String name =
        fields
            .text("model")
            .filter(text -> !text.isBlank())
            .orElseThrow(() -> fields.wrong("model", "a model's id, or 'auto'"));
    return arrival.model(name, "model");
  }

  private static JsonArray messages(Fields fields) {
    JsonArray messages =
        fields
            .array("messages")
            .filter(array -> !array.isEmpty())
            .orElseThrow(() -> fields.wrong("messages", "an array of at least one message"));
    for (int i = 0; i < messages.size(); i++) {
      String name = "messages[" + i + "]";
      if (!(messages.get(i) instanceof JsonObject message)) {
        throw fields.wrong(name, "an object");
      }
      requireMessage(message, name, fields);
    }
    return messages;
  }

  private static void requireMessage(JsonObject message, String name, Fields fields) {
    boolean knownRole =
        message.get("role") instanceof JsonString role && ROLES.contains(role.getString());
    if (!knownRole) {
      throw fields.wrong(name + ".role", "one of " + String.join(", ", ROLES));
    }
    JsonValue content = message.getOrDefault("content", JsonValue.NULL);
    boolean knownShape =
        content.equals(JsonValue.NULL)
            || content instanceof JsonString
            || (content instanceof JsonArray parts
                && parts.stream().allMatch(JsonObject.class::isInstance));
    if (!knownShape) {
      throw fields.wrong(name + ".content", "a string, null or an array of content parts");
    }
  }

  /** What is analysed: the words of the user, or of anybody where the user has none. */
  private static String prompt(JsonArray messages) {
    String users = text(messages, message -> message.getString("role").equals("user"));
    return users.isBlank() ? text(messages, message -> true) : users;
  }

  private static String text(JsonArray messages, Predicate<JsonObject> wanted) {
    return messages.getValuesAs(JsonObject.class).stream()
        .filter(wanted)
        .flatMap(message -> texts(message.getOrDefault("content", JsonValue.NULL)))
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> texts(JsonValue content) {
    return switch (content) {
      case JsonString text -> Stream.of(text.getString());
      case JsonArray parts ->
          parts.getValuesAs(JsonObject.class).stream()
              .filter(part -> part.get("text") instanceof JsonString)
              .map(part -> part.getString("text"));
      default -> Stream.empty();
    };
  }

  private static InetAddress sourceEid(Optional<String> header, Fields fields) {
    return header
        .map(
            text ->
                SourceEid.parse(text)
                    .orElseThrow(() -> fields.wrong(SOURCE_EID, "a unicast IPv4 or IPv6 address")))
        .orElse(SourceEid.DEFAULT);
  }
}
