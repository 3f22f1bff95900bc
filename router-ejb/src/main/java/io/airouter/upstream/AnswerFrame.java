package io.airouter.upstream;

import io.airouter.model.ModelId;
import io.airouter.model.TokenUsage;
import io.airouter.query.ReportedUsage;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;

/**
 * What all chunks of one answer share, and the full shapes that strict clients demand of each.
 *
 * @param id of the answer, where the upstream gives none
 * @param created seconds since 1970
 * @param model our id, never the upstream's name
 * @param estimatedInputTokens where the upstream counts none
 */
record AnswerFrame(String id, long created, ModelId model, int estimatedInputTokens) {
  private static final String CHUNK = "chat.completion.chunk";

  /** A chunk whose only choice says {@code delta}. */
  JsonObject delta(JsonObjectBuilder delta) {
    return chunk(choice(delta, JsonValue.NULL));
  }

  JsonObject opening() {
    return delta(Tree.JSON.createObjectBuilder().add("role", "assistant").add("content", ""));
  }

  JsonObject content(String text) {
    return delta(Tree.JSON.createObjectBuilder().add("content", text));
  }

  /** One fragment of a tool call; {@code fragment} carries index, and id and name at first. */
  JsonObject toolCall(JsonObjectBuilder fragment) {
    JsonArrayBuilder calls = Tree.JSON.createArrayBuilder().add(fragment);
    return delta(Tree.JSON.createObjectBuilder().add("tool_calls", calls));
  }

  JsonObject finish(String reason) {
    return chunk(choice(Tree.JSON.createObjectBuilder(), Tree.VALUES.createValue(reason)));
  }

  /** The chunk without choices that ends a stream whose usage was asked for. */
  JsonObject usage(TokenUsage usage) {
    return head(CHUNK)
        .add("choices", Tree.JSON.createArrayBuilder())
        .add("usage", ReportedUsage.write(usage))
        .build();
  }

  /** A whole answer with one choice. */
  JsonObject completion(JsonObjectBuilder message, String finishReason, TokenUsage usage) {
    JsonObjectBuilder choice =
        Tree.JSON
            .createObjectBuilder()
            .add("index", 0)
            .add("message", message)
            .add("logprobs", JsonValue.NULL)
            .add("finish_reason", finishReason);
    return head("chat.completion")
        .add("choices", Tree.JSON.createArrayBuilder().add(choice))
        .add("usage", ReportedUsage.write(usage))
        .build();
  }

  /** The upstream's own object with what clients need and may be missing, and our model id. */
  JsonObjectBuilder completed(JsonObject original, String object) {
    JsonObjectBuilder whole = Tree.JSON.createObjectBuilder(original);
    if (Tree.text(original, "id").isEmpty()) {
      whole.add("id", id);
    }
    if (Tree.number(original, "created") == 0) {
      whole.add("created", created);
    }
    return whole.add("object", object).add("model", model.value());
  }

  JsonObject completedChunk(JsonObject original) {
    return completed(original, CHUNK).build();
  }

  private JsonObject chunk(JsonObjectBuilder choice) {
    return head(CHUNK).add("choices", Tree.JSON.createArrayBuilder().add(choice)).build();
  }

  private static JsonObjectBuilder choice(JsonObjectBuilder delta, JsonValue finishReason) {
    return Tree.JSON
        .createObjectBuilder()
        .add("index", 0)
        .add("delta", delta)
        .add("finish_reason", finishReason);
  }

  private JsonObjectBuilder head(String object) {
    return Tree.JSON
        .createObjectBuilder()
        .add("id", id)
        .add("object", object)
        .add("created", created)
        .add("model", model.value());
  }
}
