package io.airouter.upstream;

import io.airouter.query.ChunkSink;
import io.airouter.query.ClientGoneException;
import io.airouter.query.Completion;
import io.airouter.query.Transcript;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Stands between a translator and the caller: holds the opening back until content follows, so that
 * a failed start stays unseen, and keeps usage from a caller that did not ask for it. Confined to
 * one thread.
 */
final class StreamRelay {
  private static final Set<String> CONTENT =
      Set.of("content", "tool_calls", "refusal", "reasoning_content", "reasoning", "audio");

  private final Transcript transcript;
  private final boolean usageAsked;
  private final List<JsonObject> held = new ArrayList<>();
  private boolean contentSent;

  StreamRelay(ChunkSink sink, JsonObject chat) {
    this.transcript = new Transcript(sink);
    this.usageAsked = Tree.isTrue(Tree.object(chat, "stream_options"), "include_usage");
  }

  void take(JsonObject chunk) throws ClientGoneException {
    if (isBare(chunk) && !usageAsked) {
      transcript.note(chunk);
      return;
    }
    held.add(chunk);
    if (contentSent || hasContent(chunk)) {
      flush();
    }
  }

  /** Hands on what is still held, as of an answer that has no content at all. */
  Completion end(int estimatedInputTokens) throws ClientGoneException {
    flush();
    return transcript.completion(estimatedInputTokens);
  }

  /** Whether the caller has got anything. */
  boolean contentSent() {
    return contentSent;
  }

  /** Whether each choice got its finish reason. */
  boolean isFinished() {
    return transcript.isFinished();
  }

  private void flush() throws ClientGoneException {
    for (JsonObject chunk : held) {
      contentSent = true;
      send(chunk);
    }
    held.clear();
  }

  private void send(JsonObject chunk) throws ClientGoneException {
    if (usageAsked || !chunk.containsKey("usage")) {
      transcript.chunk(chunk);
      return;
    }
    // Usage beside content: kept for the bill, not shown.
    transcript.chunk(Tree.JSON.createObjectBuilder(chunk).remove("usage").build());
    transcript.note(Tree.JSON.createObjectBuilder().add("usage", chunk.get("usage")).build());
  }

  private static boolean isBare(JsonObject chunk) {
    return chunk.get("choices") instanceof JsonArray choices && choices.isEmpty();
  }

  private static boolean hasContent(JsonObject chunk) {
    return Tree.objects(chunk, "choices").stream().anyMatch(StreamRelay::says);
  }

  private static boolean says(JsonObject choice) {
    if (!Tree.text(choice, "finish_reason").isEmpty()) {
      return true;
    }
    JsonObject delta = Tree.object(choice, "delta");
    return CONTENT.stream()
        .anyMatch(
            field ->
                !Tree.text(delta, field).isEmpty()
                    || !Tree.objects(delta, field).isEmpty()
                    || !Tree.object(delta, field).isEmpty());
  }
}
