package io.airouter.upstream;

import io.airouter.query.UpstreamException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;

/** Turns one stream's events into OpenAI chunks, none, one or more each. Confined to one thread. */
interface ChunkTranslator {
  /**
   * The chunks that this event means.
   *
   * @throws RubbishException when it is not of the dialect
   * @throws UpstreamException when it tells of an error
   */
  List<JsonObject> translate(StreamEvent event) throws IOException, UpstreamException;

  /** Whether the dialect's end mark came. */
  boolean isEnded();
}
