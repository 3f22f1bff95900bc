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
import java.util.List;

/** The Ollama chat API; its requests are made by {@link OllamaRequest}. */
final class OllamaDialect implements ChatDialect {
  static final OllamaDialect INSTANCE = new OllamaDialect();

  private OllamaDialect() {}

  @Override
  public String path() {
    return "/api/chat";
  }

  @Override
  public String streamType() {
    return "application/x-ndjson";
  }

  @Override
  public JsonObject request(UpstreamCall call, boolean streamed) {
    return new OllamaRequest(call.model(), call.chat()).json(streamed);
  }

  @Override
  public Completion completion(JsonObject answer, AnswerFrame frame)
      throws IOException, UpstreamException {
    StreamErrors.throwIfError(answer);
    if (!(answer.get("message") instanceof JsonObject message)) {
      throw new RubbishException("an answer without a message");
    }
    String text = Tree.text(message, "content");
    List<JsonObject> calls = Tree.objects(message, "tool_calls");
    JsonObjectBuilder translated =
        Tree.JSON
            .createObjectBuilder()
            .add("role", "assistant")
            .add("content", text)
            .addNull("refusal");
    if (!calls.isEmpty()) {
      JsonArrayBuilder all = Tree.JSON.createArrayBuilder();
      for (int i = 0; i < calls.size(); i++) {
        all.add(toolCall(calls.get(i), i));
      }
      translated.add("tool_calls", all);
    }
    String reason = finishReason(answer, !calls.isEmpty());
    TokenUsage usage = usage(answer);
    return new Completion(frame.completion(translated, reason, usage), text, reason, usage);
  }

  /** Ollama's calls have no id, and their arguments are an object. */
  static JsonObjectBuilder toolCall(JsonObject call, int index) {
    JsonObject function = Tree.object(call, "function");
    return Tree.JSON
        .createObjectBuilder()
        .add("id", "call_" + index)
        .add("type", "function")
        .add(
            "function",
            Tree.JSON
                .createObjectBuilder()
                .add("name", Tree.text(function, "name"))
                .add("arguments", Tree.object(function, "arguments").toString()));
  }

  static String finishReason(JsonObject last, boolean called) {
    if (called) {
      return "tool_calls";
    }
    return Tree.text(last, "done_reason").equals("length") ? "length" : "stop";
  }

  static TokenUsage usage(JsonObject last) {
    return new TokenUsage(
        Math.max(0, Tree.number(last, "prompt_eval_count")),
        Math.max(0, Tree.number(last, "eval_count")),
        0,
        false);
  }

  @Override
  public EventReader events(InputStream in) {
    return new NdjsonReader(in);
  }

  @Override
  public ChunkTranslator translator(AnswerFrame frame) {
    return new OllamaStream(frame);
  }
}
