package io.airouter.upstream;

import io.airouter.model.TokenUsage;
import io.airouter.query.UpstreamException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A Messages stream told in OpenAI chunks. Content blocks of all kinds are counted by Anthropic,
 * tool calls alone by OpenAI, so each tool block gets an index of its own. Thinking is not passed
 * on: the other side has no word for it.
 */
final class AnthropicStream implements ChunkTranslator {
  private final AnswerFrame frame;
  private final Map<Long, Integer> toolIndexByBlock = new HashMap<>();
  private TokenUsage usage = TokenUsage.NONE;
  private boolean ended;

  AnthropicStream(AnswerFrame frame) {
    this.frame = frame;
  }

  @Override
  public List<JsonObject> translate(StreamEvent event) throws IOException, UpstreamException {
    JsonObject data = Tree.parse(event.data());
    String type = Tree.text(data, "type");
    return switch (type) {
      case "message_start" -> started(Tree.object(data, "message"));
      case "content_block_start" -> blockStarted(data);
      case "content_block_delta" -> blockContinued(data);
      case "message_delta" -> finished(data);
      case "message_stop" -> stopped();
      case "error" -> {
        StreamErrors.throwIfError(data);
        throw new RubbishException("an error event without an error");
      }
      case "" -> throw new RubbishException("an event without a type");
      default -> List.of();
    };
  }

  private List<JsonObject> started(JsonObject message) {
    usage = AnthropicDialect.usage(Tree.object(message, "usage"));
    return List.of(frame.opening());
  }

  private List<JsonObject> blockStarted(JsonObject data) {
    JsonObject block = Tree.object(data, "content_block");
    if (Tree.text(block, "type").equals("tool_use")) {
      int index = toolIndexByBlock.size();
      toolIndexByBlock.put(Tree.number(data, "index"), index);
      return List.of(frame.toolCall(toolStart(index, block)));
    }
    String text = Tree.text(block, "text");
    return text.isEmpty() ? List.of() : List.of(frame.content(text));
  }

  private static JsonObjectBuilder toolStart(int index, JsonObject block) {
    return Tree.JSON
        .createObjectBuilder()
        .add("index", index)
        .add("id", Tree.text(block, "id"))
        .add("type", "function")
        .add(
            "function",
            Tree.JSON
                .createObjectBuilder()
                .add("name", Tree.text(block, "name"))
                .add("arguments", ""));
  }

  private List<JsonObject> blockContinued(JsonObject data) {
    JsonObject delta = Tree.object(data, "delta");
    return switch (Tree.text(delta, "type")) {
      case "text_delta" -> List.of(frame.content(Tree.text(delta, "text")));
      case "input_json_delta" -> {
        JsonObjectBuilder function =
            Tree.JSON.createObjectBuilder().add("arguments", Tree.text(delta, "partial_json"));
        int index = toolIndexByBlock.getOrDefault(Tree.number(data, "index"), 0);
        yield List.of(
            frame.toolCall(
                Tree.JSON.createObjectBuilder().add("index", index).add("function", function)));
      }
      default -> List.of();
    };
  }

  /** The output count here is cumulative; the input count of the start holds unless repeated. */
  private List<JsonObject> finished(JsonObject data) {
    TokenUsage now = AnthropicDialect.usage(Tree.object(data, "usage"));
    boolean inputRepeated = now.inputTokens() > 0;
    usage =
        new TokenUsage(
            inputRepeated ? now.inputTokens() : usage.inputTokens(),
            Math.max(usage.outputTokens(), now.outputTokens()),
            inputRepeated ? now.cachedInputTokens() : usage.cachedInputTokens(),
            false);
    String reason = Tree.text(Tree.object(data, "delta"), "stop_reason");
    return reason.isEmpty()
        ? List.of()
        : List.of(frame.finish(AnthropicDialect.finishReason(reason)));
  }

  private List<JsonObject> stopped() {
    ended = true;
    return List.of(frame.usage(usage));
  }

  @Override
  public boolean isEnded() {
    return ended;
  }
}
