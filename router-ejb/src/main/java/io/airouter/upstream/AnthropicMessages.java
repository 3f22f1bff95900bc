package io.airouter.upstream;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * The messages of a chat told as alternating turns: system messages leave for {@code system}
 * wherever they stood, neighbours of one role become one turn, tool results stand first in the
 * user's turn that follows the calls, and the user speaks first.
 */
final class AnthropicMessages {
  private static final String USER = "user";
  private static final String ASSISTANT = "assistant";

  private final StringBuilder system = new StringBuilder();
  private final List<Turn> turns = new ArrayList<>();

  private AnthropicMessages() {}

  /** One turn's blocks; tool results are kept apart because they must come first. */
  private record Turn(String role, List<JsonObject> results, List<JsonObject> blocks) {
    Turn(String role) {
      this(role, new ArrayList<>(), new ArrayList<>());
    }

    JsonObjectBuilder json() {
      JsonArrayBuilder content = Tree.JSON.createArrayBuilder();
      results.forEach(content::add);
      blocks.forEach(content::add);
      return Tree.JSON.createObjectBuilder().add("role", role).add("content", content);
    }
  }

  static AnthropicMessages of(JsonObject chat) {
    AnthropicMessages messages = new AnthropicMessages();
    Tree.objects(chat, "messages").forEach(messages::add);
    return messages;
  }

  String system() {
    return system.toString();
  }

  JsonArrayBuilder turns() {
    JsonArrayBuilder json = Tree.JSON.createArrayBuilder();
    if (turns.isEmpty() || turns.getFirst().role().equals(ASSISTANT)) {
      Turn opening = new Turn(USER);
      opening.blocks().add(AnthropicRequest.text("Continue."));
      json.add(opening.json());
    }
    turns.forEach(turn -> json.add(turn.json()));
    return json;
  }

  private void add(JsonObject message) {
    JsonValue content = message.getOrDefault("content", JsonValue.NULL);
    switch (Tree.text(message, "role")) {
      case "system", "developer" ->
          system.append(system.isEmpty() ? "" : "\n\n").append(plain(content));
      case "tool" -> turn(USER).results().add(toolResult(message, content));
      case ASSISTANT -> addAssistant(message, content);
      default -> addBlocks(USER, blocks(content));
    }
  }

  private void addAssistant(JsonObject message, JsonValue content) {
    List<JsonObject> blocks = new ArrayList<>(blocks(content));
    for (JsonObject call : Tree.objects(message, "tool_calls")) {
      JsonObject function = Tree.object(call, "function");
      blocks.add(
          Tree.JSON
              .createObjectBuilder()
              .add("type", "tool_use")
              .add("id", Tree.text(call, "id"))
              .add("name", Tree.text(function, "name"))
              .add("input", arguments(Tree.text(function, "arguments")))
              .build());
    }
    addBlocks(ASSISTANT, blocks);
  }

  private void addBlocks(String role, List<JsonObject> blocks) {
    if (!blocks.isEmpty()) {
      turn(role).blocks().addAll(blocks);
    }
  }

  private Turn turn(String role) {
    if (turns.isEmpty() || !turns.getLast().role().equals(role)) {
      turns.add(new Turn(role));
    }
    return turns.getLast();
  }

  private static JsonObject toolResult(JsonObject message, JsonValue content) {
    return Tree.JSON
        .createObjectBuilder()
        .add("type", "tool_result")
        .add("tool_use_id", Tree.text(message, "tool_call_id"))
        .add("content", plain(content))
        .build();
  }

  /** Arguments are a string there and an object here; what is no object stays out. */
  private static JsonObject arguments(String text) {
    try {
      return text.isBlank() ? JsonValue.EMPTY_JSON_OBJECT : Tree.parse(text);
    } catch (RubbishException e) {
      return Tree.JSON.createObjectBuilder().add("arguments", text).build();
    }
  }

  private static String plain(JsonValue content) {
    return switch (content) {
      case JsonString text -> text.getString();
      case JsonArray parts ->
          String.join("\n", Tree.objects(parts).stream().map(p -> Tree.text(p, "text")).toList());
      default -> "";
    };
  }

  private static List<JsonObject> blocks(JsonValue content) {
    if (content instanceof JsonArray parts) {
      return Tree.objects(parts).stream()
          .map(AnthropicMessages::block)
          .filter(b -> !b.isEmpty())
          .toList();
    }
    String text = plain(content);
    return text.isBlank() ? List.of() : List.of(AnthropicRequest.text(text));
  }

  /** Audio and files have no place here and come out empty. */
  private static JsonObject block(JsonObject part) {
    if (Tree.text(part, "type").equals("image_url")) {
      return image(Tree.text(Tree.object(part, "image_url"), "url"));
    }
    String text = Tree.text(part, "text");
    return text.isBlank() ? JsonValue.EMPTY_JSON_OBJECT : AnthropicRequest.text(text);
  }

  /** From {@code data:image/png;base64,...} or an address. */
  private static JsonObject image(String url) {
    JsonObjectBuilder source = Tree.JSON.createObjectBuilder();
    int comma = url.indexOf(',');
    if (url.startsWith("data:") && comma > 0) {
      String mediaType = url.substring("data:".length(), comma).replace(";base64", "");
      source
          .add("type", "base64")
          .add("media_type", mediaType)
          .add("data", url.substring(comma + 1));
    } else {
      source.add("type", "url").add("url", url);
    }
    return Tree.JSON.createObjectBuilder().add("type", "image").add("source", source).build();
  }
}
