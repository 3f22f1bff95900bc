package io.airouter.query;

import jakarta.json.JsonObject;

/** Takes the {@code chat.completion.chunk} objects of one stream, in order, on one thread. */
@FunctionalInterface
public interface ChunkSink {
  void chunk(JsonObject chunk) throws ClientGoneException;

  /**
   * Told before each call, so that the headers of a stream can name who answers it.
   *
   * @param attempt 1 for the first endpoint called
   */
  default void calling(RoutingDecision.Choice choice, int attempt) {}
}
