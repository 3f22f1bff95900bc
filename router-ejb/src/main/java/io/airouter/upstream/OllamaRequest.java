package io.airouter.upstream;

import io.airouter.model.Model;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A chat-completions request told as an Ollama chat request. */
record OllamaRequest(Model model, JsonObject chat) {
  /** OpenAI's field, and Ollama's option of the same meaning. */
  private static final Map<String, String> OPTIONS =
      Map.of(
          "temperature", "temperature",
          "top_p", "top_p",
          "seed", "seed",
          "presence_penalty", "presence_penalty",
          "frequency_penalty", "frequency_penalty",
          "max_tokens", "num_predict",
          "max_completion_tokens", "num_predict");

  JsonObject json(boolean streamed) {
    JsonArrayBuilder messages = Tree.JSON.createArrayBuilder();
    Tree.objects(chat, "messages").forEach(m -> messages.add(message(m)));
    JsonObjectBuilder request =
        Tree.JSON
            .createObjectBuilder()
            .add("model", model.upstreamName())
            .add("messages", messages)
            .add("stream", streamed);
    JsonObject options = options();
    if (!options.isEmpty()) {
      request.add("options", options);
    }
    if (chat.get("tools") instanceof JsonArray tools) {
      request.add("tools", tools);
    }
    addFormat(request);
    return request.build();
  }

  private JsonObject options() {
    JsonObjectBuilder options = Tree.JSON.createObjectBuilder();
    OPTIONS.keySet().stream()
        .sorted()
        .filter(field -> chat.containsKey(field) && !chat.isNull(field))
        .forEach(field -> options.add(OPTIONS.get(field), chat.get(field)));
    switch (chat.getOrDefault("stop", JsonValue.NULL)) {
      case JsonString one -> options.add("stop", Tree.JSON.createArrayBuilder().add(one));
      case JsonArray several -> options.add("stop", several);
      default -> {
        // No stop sequences.
      }
    }
    return options.build();
  }

  private void addFormat(JsonObjectBuilder request) {
    JsonObject format = Tree.object(chat, "response_format");
    switch (Tree.text(format, "type")) {
      case "json_object" -> request.add("format", "json");
      case "json_schema" ->
          request.add("format", Tree.object(Tree.object(format, "json_schema"), "schema"));
      default -> {
        // Plain text.
      }
    }
  }

  private static JsonObject message(JsonObject message) {
    String role = Tree.text(message, "role");
    List<String> texts = new ArrayList<>();
    List<String> images = new ArrayList<>();
    if (message.get("content") instanceof JsonArray parts) {
      Tree.objects(parts).forEach(part -> addPart(part, texts, images));
    } else {
      texts.add(Tree.text(message, "content"));
    }
    JsonObjectBuilder translated =
        Tree.JSON
            .createObjectBuilder()
            .add("role", role.equals("developer") ? "system" : role)
            .add("content", String.join("\n", texts));
    if (!images.isEmpty()) {
      translated.add("images", Tree.JSON.createArrayBuilder(images));
    }
    List<JsonObject> calls = Tree.objects(message, "tool_calls");
    if (!calls.isEmpty()) {
      JsonArrayBuilder all = Tree.JSON.createArrayBuilder();
      calls.forEach(call -> all.add(toolCall(Tree.object(call, "function"))));
      translated.add("tool_calls", all);
    }
    return translated.build();
  }

  /** Images are bare base64 here; one by address cannot be said. */
  private static void addPart(JsonObject part, List<String> texts, List<String> images) {
    String url = Tree.text(Tree.object(part, "image_url"), "url");
    if (url.startsWith("data:") && url.indexOf(',') > 0) {
      images.add(url.substring(url.indexOf(',') + 1));
    } else if (!Tree.text(part, "text").isEmpty()) {
      texts.add(Tree.text(part, "text"));
    }
  }

  private static JsonObjectBuilder toolCall(JsonObject function) {
    JsonObject arguments;
    try {
      String text = Tree.text(function, "arguments");
      arguments = text.isBlank() ? JsonValue.EMPTY_JSON_OBJECT : Tree.parse(text);
    } catch (RubbishException e) {
      arguments = JsonValue.EMPTY_JSON_OBJECT;
    }
    return Tree.JSON
        .createObjectBuilder()
        .add(
            "function",
            Tree.JSON
                .createObjectBuilder()
                .add("name", Tree.text(function, "name"))
                .add("arguments", arguments));
  }
}
