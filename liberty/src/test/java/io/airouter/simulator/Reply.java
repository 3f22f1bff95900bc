package io.airouter.simulator;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;

/** What a dialect answers: one JSON body, or a stream of events. */
sealed interface Reply {

  /**
   * One JSON body.
   *
   * @param status the HTTP status
   * @param headers the dialect's own headers
   * @param body the body
   * @param tokens completion tokens in it, which take time at a limited pace
   */
  record Whole(int status, Map<String, String> headers, JsonObject body, int tokens)
      implements Reply {

    public Whole {
      headers = Map.copyOf(headers);
    }
  }

  /**
   * A stream.
   *
   * @param contentType its media type
   * @param headers the dialect's own headers
   * @param events the events as they go on the wire, separators included
   */
  record Streamed(String contentType, Map<String, String> headers, List<String> events)
      implements Reply {

    public Streamed {
      headers = Map.copyOf(headers);
      events = List.copyOf(events);
    }
  }
}
