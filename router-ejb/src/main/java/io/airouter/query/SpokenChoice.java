package io.airouter.query;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** One choice of a stream, put together from its deltas. */
final class SpokenChoice {
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  private final int index;
  private final StringBuilder text = new StringBuilder();
  private final SortedMap<Integer, ToolCall> toolCalls = new TreeMap<>();
  private String finishReason = "";

  SpokenChoice(int index) {
    this.index = index;
  }

  /** A tool call's fragments, joined by its index. */
  private static final class ToolCall {
    private String id = "";
    private final StringBuilder name = new StringBuilder();
    private final StringBuilder arguments = new StringBuilder();
  }

  void add(JsonObject choice) {
    String reason = Transcript.text(choice, "finish_reason");
    finishReason = reason.isEmpty() ? finishReason : reason;
    if (choice.get("delta") instanceof JsonObject delta) {
      text.append(Transcript.text(delta, "content"));
      if (delta.get("tool_calls") instanceof JsonArray fragments) {
        fragments.forEach(this::addFragment);
      }
    }
  }

  private void addFragment(JsonValue value) {
    if (!(value instanceof JsonObject fragment)) {
      return;
    }
    int position = fragment.get("index") instanceof JsonNumber n ? n.intValue() : 0;
    ToolCall call = toolCalls.computeIfAbsent(position, key -> new ToolCall());
    String id = Transcript.text(fragment, "id");
    call.id = id.isEmpty() ? call.id : id;
    if (fragment.get("function") instanceof JsonObject function) {
      call.name.append(Transcript.text(function, "name"));
      call.arguments.append(Transcript.text(function, "arguments"));
    }
  }

  String text() {
    return text.toString();
  }

  String finishReason() {
    return finishReason;
  }

  boolean isFinished() {
    return !finishReason.isEmpty();
  }

  /** Characters the upstream had to make. */
  long length() {
    return text.length() + toolCalls.values().stream().mapToLong(c -> c.arguments.length()).sum();
  }

  /** As an element of {@code choices} in a whole answer. */
  JsonObject choice() {
    JsonObjectBuilder message = JSON.createObjectBuilder().add("role", "assistant");
    if (text.isEmpty() && !toolCalls.isEmpty()) {
      message.addNull("content");
    } else {
      message.add("content", text());
    }
    if (!toolCalls.isEmpty()) {
      JsonArrayBuilder calls = JSON.createArrayBuilder();
      toolCalls.values().forEach(c -> calls.add(toolCall(c)));
      message.add("tool_calls", calls);
    }
    JsonObjectBuilder choice =
        JSON.createObjectBuilder().add("index", index).add("message", message);
    if (isFinished()) {
      choice.add("finish_reason", finishReason);
    } else {
      choice.addNull("finish_reason");
    }
    return choice.build();
  }

  private static JsonObject toolCall(ToolCall call) {
    return JSON.createObjectBuilder()
        .add("id", call.id)
        .add("type", "function")
        .add(
            "function",
            JSON.createObjectBuilder()
                .add("name", call.name.toString())
                .add("arguments", call.arguments.toString()))
        .build();
  }
}
