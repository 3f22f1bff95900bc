package io.airouter.api;

import io.airouter.query.ChunkSink;
import io.airouter.query.ClientGoneException;
import io.airouter.query.RoutingDecision.Choice;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A stream of server-sent events in the OpenAI dialect. Opened by the first chunk, so that a query
 * that fails before content still gets a true status; each event is flushed. One thread.
 */
final class EventStream implements ChunkSink {
  private static final byte[] PREFIX = "data: ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END = "\n\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DONE = "data: [DONE]\n\n".getBytes(StandardCharsets.US_ASCII);

  private final HttpServletResponse response;
  private final boolean includeUsage;
  private boolean open;

  EventStream(HttpServletResponse response, boolean includeUsage) {
    this.response = response;
    this.includeUsage = includeUsage;
  }

  @Override
  public void calling(Choice choice, int attempt) {
    DecisionHeaders.choice(response, choice, attempt);
  }

  @Override
  public void chunk(JsonObject chunk) throws ClientGoneException {
    if (!isWanted(chunk)) {
      return;
    }
    try {
      event(chunk);
    } catch (IOException e) {
      throw new ClientGoneException(e);
    }
  }

  /** The router always asks upstreams for the usage; callers get it where they asked too. */
  private boolean isWanted(JsonObject chunk) {
    boolean usageOnly =
        chunk.containsKey("usage")
            && chunk.containsKey("choices")
            && chunk.getJsonArray("choices").isEmpty();
    return includeUsage || !usageOnly;
  }

  boolean isOpen() {
    return open;
  }

  /** The good end. */
  void done() throws IOException {
    openIfNeeded();
    response.getOutputStream().write(DONE);
    response.flushBuffer();
  }

  /** The bad end: the error, and nothing that a client could take for the end of the answer. */
  void failed(Problem problem) throws IOException {
    event(OpenAiError.of(problem));
  }

  private void event(JsonObject json) throws IOException {
    openIfNeeded();
    OutputStream out = response.getOutputStream();
    out.write(PREFIX);
    out.write(Reply.octets(json));
    out.write(END);
    response.flushBuffer();
  }

  private void openIfNeeded() {
    if (open) {
      return;
    }
    open = true;
    response.setStatus(HttpServletResponse.SC_OK);
    response.setContentType("text/event-stream;charset=UTF-8");
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("X-Accel-Buffering", "no");
  }
}
