package io.airouter.query;

import jakarta.json.JsonObject;

/** Takes the {@code chat.completion.chunk} objects of one stream, in order, on one thread. */
@FunctionalInterface
public interface ChunkSink {
  void chunk(JsonObject chunk) throws ClientGoneException;
}
