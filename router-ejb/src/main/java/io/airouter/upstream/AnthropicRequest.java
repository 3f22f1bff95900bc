package io.airouter.upstream;

import io.airouter.model.Model;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Stream;

/**
 * A chat-completions request told as a Messages request. What has no equal there (n, logprobs,
 * seed, logit_bias, penalties) is left out.
 */
record AnthropicRequest(Model model, JsonObject chat) {
  JsonObject json(boolean streamed) {
    AnthropicMessages messages = AnthropicMessages.of(chat);
    JsonObjectBuilder request =
        Tree.JSON
            .createObjectBuilder()
            .add("model", model.upstreamName())
            .add("max_tokens", maxTokens())
            .add("messages", messages.turns())
            .add("stream", streamed);
    String system = messages.system() + formatInstruction();
    if (!system.isBlank()) {
      request.add("system", system.strip());
    }
    addSampling(request);
    addTools(request);
    if (!Tree.text(chat, "user").isEmpty()) {
      request.add(
          "metadata", Tree.JSON.createObjectBuilder().add("user_id", Tree.text(chat, "user")));
    }
    return request.build();
  }

  /** Required here, optional there: the model's own limit stands in. */
  private long maxTokens() {
    return Stream.of("max_completion_tokens", "max_tokens")
        .map(field -> Tree.number(chat, field))
        .filter(n -> n > 0)
        .findFirst()
        .orElse((long) model.maxTokens());
  }

  /** OpenAI's temperature goes to 2, Anthropic's to 1. */
  private void addSampling(JsonObjectBuilder request) {
    if (chat.get("temperature") instanceof JsonNumber temperature) {
      request.add("temperature", Math.min(1, temperature.doubleValue()));
    }
    if (chat.get("top_p") instanceof JsonNumber topP) {
      request.add("top_p", topP);
    }
    List<String> stops = stops(chat.getOrDefault("stop", JsonValue.NULL));
    if (!stops.isEmpty()) {
      request.add("stop_sequences", Tree.JSON.createArrayBuilder(stops));
    }
  }

  /** Blank ones are refused there. */
  private static List<String> stops(JsonValue stop) {
    Stream<JsonValue> all = stop instanceof JsonArray several ? several.stream() : Stream.of(stop);
    return all.filter(JsonString.class::isInstance)
        .map(s -> ((JsonString) s).getString())
        .filter(s -> !s.isBlank())
        .toList();
  }

  private void addTools(JsonObjectBuilder request) {
    List<JsonObject> tools = Tree.objects(chat, "tools");
    if (tools.isEmpty()) {
      return;
    }
    JsonArrayBuilder translated = Tree.JSON.createArrayBuilder();
    tools.stream().map(t -> Tree.object(t, "function")).forEach(f -> translated.add(tool(f)));
    request.add("tools", translated);
    JsonObjectBuilder choice = toolChoice(chat.getOrDefault("tool_choice", JsonValue.NULL));
    if (JsonValue.FALSE.equals(chat.get("parallel_tool_calls"))) {
      choice.add("disable_parallel_tool_use", true);
    }
    request.add("tool_choice", choice);
  }

  private static JsonObjectBuilder tool(JsonObject function) {
    JsonObject schema = Tree.object(function, "parameters");
    JsonObjectBuilder tool =
        Tree.JSON.createObjectBuilder().add("name", Tree.text(function, "name"));
    if (!Tree.text(function, "description").isEmpty()) {
      tool.add("description", Tree.text(function, "description"));
    }
    JsonValue described =
        schema.isEmpty() ? Tree.JSON.createObjectBuilder().add("type", "object").build() : schema;
    return tool.add("input_schema", described);
  }

  private static JsonObjectBuilder toolChoice(JsonValue choice) {
    JsonObjectBuilder translated = Tree.JSON.createObjectBuilder();
    if (choice instanceof JsonObject named) {
      return translated
          .add("type", "tool")
          .add("name", Tree.text(Tree.object(named, "function"), "name"));
    }
    return translated.add("type", choice instanceof JsonString word ? word(word) : "auto");
  }

  private static String word(JsonString choice) {
    return switch (choice.getString()) {
      case "required" -> "any";
      case "none" -> "none";
      default -> "auto";
    };
  }

  /** No field for it that every version has: the model is told in words. */
  private String formatInstruction() {
    JsonObject format = Tree.object(chat, "response_format");
    return switch (Tree.text(format, "type")) {
      case "json_object" -> "\n\nAnswer with one JSON object and nothing else.";
      case "json_schema" ->
          "\n\nAnswer with one JSON object and nothing else. It follows this JSON Schema: "
              + Tree.object(Tree.object(format, "json_schema"), "schema");
      default -> "";
    };
  }

  /** A text block. */
  static JsonObject text(String words) {
    return Tree.JSON.createObjectBuilder().add("type", "text").add("text", words).build();
  }
}
