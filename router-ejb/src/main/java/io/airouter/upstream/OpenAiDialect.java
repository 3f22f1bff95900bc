package io.airouter.upstream;

import io.airouter.model.TokenUsage;
import io.airouter.query.Completion;
import io.airouter.query.ReportedUsage;
import io.airouter.query.TokenEstimate;
import io.airouter.query.UpstreamCall;
import io.airouter.query.UpstreamException;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The OpenAI chat-completions API. Requests pass through but for the model's name; answers are
 * filled up to the full shape, since much that speaks this dialect leaves fields out that clients
 * insist on.
 */
final class OpenAiDialect implements ChatDialect {
  static final OpenAiDialect INSTANCE = new OpenAiDialect();

  private OpenAiDialect() {}

  @Override
  public String path() {
    return "/v1/chat/completions";
  }

  @Override
  public String streamType() {
    return "text/event-stream";
  }

  /** Usage is always asked of a stream, because the router must bill it. */
  @Override
  public JsonObject request(UpstreamCall call, boolean streamed) {
    JsonObjectBuilder request =
        Tree.JSON
            .createObjectBuilder(call.chat())
            .add("model", call.model().upstreamName())
            .add("stream", streamed);
    if (streamed) {
      JsonObject options = Tree.object(call.chat(), "stream_options");
      request.add(
          "stream_options", Tree.JSON.createObjectBuilder(options).add("include_usage", true));
    } else {
      request.remove("stream_options");
    }
    return request.build();
  }

  @Override
  public Completion completion(JsonObject answer, AnswerFrame frame)
      throws IOException, UpstreamException {
    StreamErrors.throwIfError(answer);
    List<JsonObject> choices = Tree.objects(answer, "choices");
    if (choices.isEmpty() || !(choices.getFirst().get("message") instanceof JsonObject message)) {
      throw new RubbishException("an answer without choices and message");
    }
    String text = Tree.text(message, "content");
    TokenUsage usage =
        answer.get("usage") instanceof JsonObject reported
            ? ReportedUsage.read(reported)
            : TokenUsage.estimate(
                frame.estimatedInputTokens(), TokenEstimate.ofCharacters(text.length()));
    JsonArrayBuilder whole = Tree.JSON.createArrayBuilder();
    for (int i = 0; i < choices.size(); i++) {
      whole.add(completedChoice(choices.get(i), i));
    }
    JsonObjectBuilder body = frame.completed(answer, "chat.completion").add("choices", whole);
    if (usage.estimated()) {
      body.add("usage", ReportedUsage.write(usage));
    }
    String reason = Tree.text(choices.getFirst(), "finish_reason");
    return new Completion(body.build(), text, reason.isEmpty() ? "stop" : reason, usage);
  }

  private static JsonObject completedChoice(JsonObject choice, int index) {
    JsonObjectBuilder whole = Tree.JSON.createObjectBuilder(choice);
    JsonObject message = Tree.object(choice, "message");
    JsonObjectBuilder wholeMessage = Tree.JSON.createObjectBuilder(message);
    if (Tree.text(message, "role").isEmpty()) {
      wholeMessage.add("role", "assistant");
    }
    if (!message.containsKey("content")) {
      wholeMessage.addNull("content");
    }
    if (!(choice.get("index") instanceof JsonNumber)) {
      whole.add("index", index);
    }
    if (Tree.text(choice, "finish_reason").isEmpty()) {
      whole.add("finish_reason", "stop");
    }
    return whole.add("message", wholeMessage).build();
  }

  @Override
  public EventReader events(InputStream in) {
    return new SseReader(in);
  }

  @Override
  public ChunkTranslator translator(AnswerFrame frame) {
    return new Chunks(frame);
  }

  /** The same chunks with our model id; {@code [DONE]} is the end mark. */
  private static final class Chunks implements ChunkTranslator {
    private final AnswerFrame frame;
    private boolean ended;

    Chunks(AnswerFrame frame) {
      this.frame = frame;
    }

    @Override
    public List<JsonObject> translate(StreamEvent event) throws IOException, UpstreamException {
      if (event.data().strip().equals("[DONE]")) {
        ended = true;
        return List.of();
      }
      JsonObject chunk = Tree.parse(event.data());
      StreamErrors.throwIfError(chunk);
      if (chunk.getOrDefault("choices", JsonValue.NULL).getValueType()
          != JsonValue.ValueType.ARRAY) {
        throw new RubbishException("a chunk without choices");
      }
      return List.of(frame.completedChunk(chunk));
    }

    @Override
    public boolean isEnded() {
      return ended;
    }
  }
}
