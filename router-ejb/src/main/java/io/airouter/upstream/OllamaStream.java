package io.airouter.upstream;

import io.airouter.query.UpstreamException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** An Ollama stream told in OpenAI chunks: a line each, the last with {@code done} and counts. */
final class OllamaStream implements ChunkTranslator {
  private final AnswerFrame frame;
  private int toolCalls;
  private boolean opened;
  private boolean ended;

  OllamaStream(AnswerFrame frame) {
    this.frame = frame;
  }

  @Override
  public List<JsonObject> translate(StreamEvent event) throws IOException, UpstreamException {
    JsonObject line = Tree.parse(event.data());
    StreamErrors.throwIfError(line);
    if (!line.containsKey("message") && !line.containsKey("done")) {
      throw new RubbishException("a line without message and done");
    }
    List<JsonObject> chunks = new ArrayList<>();
    if (!opened) {
      chunks.add(frame.opening());
      opened = true;
    }
    addContent(chunks, Tree.object(line, "message"));
    if (Tree.isTrue(line, "done")) {
      ended = true;
      chunks.add(frame.finish(OllamaDialect.finishReason(line, toolCalls > 0)));
      chunks.add(frame.usage(OllamaDialect.usage(line)));
    }
    return List.copyOf(chunks);
  }

  private void addContent(List<JsonObject> chunks, JsonObject message) {
    String text = Tree.text(message, "content");
    if (!text.isEmpty()) {
      chunks.add(frame.content(text));
    }
    for (JsonObject call : Tree.objects(message, "tool_calls")) {
      chunks.add(frame.toolCall(OllamaDialect.toolCall(call, toolCalls).add("index", toolCalls)));
      toolCalls++;
    }
  }

  @Override
  public boolean isEnded() {
    return ended;
  }
}
