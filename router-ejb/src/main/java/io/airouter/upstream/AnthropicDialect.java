package io.airouter.upstream;

import io.airouter.model.TokenUsage;
import io.airouter.query.Completion;
import io.airouter.query.UpstreamCall;
import io.airouter.query.UpstreamException;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The Anthropic Messages API; its requests are made by {@link AnthropicRequest}. */
final class AnthropicDialect implements ChatDialect {
  static final AnthropicDialect INSTANCE = new AnthropicDialect();

  private AnthropicDialect() {}

  @Override
  public String path() {
    return "/v1/messages";
  }

  @Override
  public Map.Entry<String, String> authorization(String secret) {
    return Map.entry("x-api-key", secret);
  }

  @Override
  public Map<String, String> headers() {
    return Map.of("anthropic-version", "2023-06-01");
  }

  @Override
  public String streamType() {
    return "text/event-stream";
  }

  @Override
  public JsonObject request(UpstreamCall call, boolean streamed) {
    return new AnthropicRequest(call.model(), call.chat()).json(streamed);
  }

  @Override
  public Completion completion(JsonObject answer, AnswerFrame frame)
      throws IOException, UpstreamException {
    StreamErrors.throwIfError(answer);
    if (!answer.containsKey("content") || !answer.containsKey("stop_reason")) {
      throw new RubbishException("an answer without content and stop_reason");
    }
    StringBuilder text = new StringBuilder();
    JsonArrayBuilder toolCalls = Tree.JSON.createArrayBuilder();
    boolean called = false;
    for (JsonObject block : Tree.objects(answer, "content")) {
      if (Tree.text(block, "type").equals("tool_use")) {
        toolCalls.add(toolCall(block));
        called = true;
      } else {
        text.append(Tree.text(block, "text"));
      }
    }
    JsonObjectBuilder message = Tree.JSON.createObjectBuilder().add("role", "assistant");
    if (called && text.isEmpty()) {
      message.addNull("content");
    } else {
      message.add("content", text.toString());
    }
    message.addNull("refusal");
    if (called) {
      message.add("tool_calls", toolCalls);
    }
    String reason = finishReason(Tree.text(answer, "stop_reason"));
    TokenUsage usage = usage(Tree.object(answer, "usage"));
    return new Completion(frame.completion(message, reason, usage), text.toString(), reason, usage);
  }

  private static JsonObjectBuilder toolCall(JsonObject block) {
    return Tree.JSON
        .createObjectBuilder()
        .add("id", Tree.text(block, "id"))
        .add("type", "function")
        .add(
            "function",
            Tree.JSON
                .createObjectBuilder()
                .add("name", Tree.text(block, "name"))
                .add("arguments", Tree.object(block, "input").toString()));
  }

  /** The stop reason in OpenAI's words. */
  static String finishReason(String stopReason) {
    return switch (stopReason) {
      case "max_tokens", "model_context_window_exceeded" -> "length";
      case "tool_use" -> "tool_calls";
      case "refusal" -> "content_filter";
      default -> "stop";
    };
  }

  /** Anthropic's input tokens leave the cache's out, ours include them. */
  static TokenUsage usage(JsonObject usage) {
    long cached = Math.max(0, Tree.number(usage, "cache_read_input_tokens"));
    long input =
        Math.max(0, Tree.number(usage, "input_tokens"))
            + Math.max(0, Tree.number(usage, "cache_creation_input_tokens"))
            + cached;
    return new TokenUsage(input, Math.max(0, Tree.number(usage, "output_tokens")), cached, false);
  }

  @Override
  public EventReader events(InputStream in) {
    return new SseReader(in);
  }

  @Override
  public ChunkTranslator translator(AnswerFrame frame) {
    return new AnthropicStream(frame);
  }
}
