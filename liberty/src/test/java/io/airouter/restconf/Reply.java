package io.airouter.restconf;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Map;

/** An answer of the double. */
record Reply(int status, String type, String body, Map<String, String> headers) {
  private static final String YANG_JSON = "application/yang-data+json";

  static Reply json(int status, JsonObject body) {
    return new Reply(status, YANG_JSON, body.toString(), Map.of());
  }

  static Reply empty(int status) {
    return new Reply(status, "", "", Map.of());
  }

  static Reply plain(int status, String type, String body) {
    return new Reply(status, type, body, Map.of());
  }

  /** With the module's prefix left out, as OpenDaylight does. */
  static Reply error(int status, String tag) {
    JsonObject error =
        Json.createObjectBuilder()
            .add("error-type", "protocol")
            .add("error-tag", tag)
            .add("error-message", "Request was refused: " + tag)
            .build();
    return json(
        status,
        Json.createObjectBuilder()
            .add(
                "errors",
                Json.createObjectBuilder().add("error", Json.createArrayBuilder().add(error)))
            .build());
  }

  Reply with(String name, String value) {
    return new Reply(status, type, body, Map.of(name, value));
  }
}
