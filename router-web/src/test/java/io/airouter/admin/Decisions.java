package io.airouter.admin;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Decisions to draw, as the history keeps them. */
final class Decisions {
  private Decisions() {}

  /** Two calls of gpt-4: the first endpoint fails with 503, the second answers. */
  static JsonObject fallback() {
    try (InputStream file = Decisions.class.getResourceAsStream("fallback.json");
        JsonReader reader = Json.createReader(file)) {
      return reader.readObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonObject dryRun() {
    return Json.createObjectBuilder(fallback())
        .add("attempts", JsonValue.EMPTY_JSON_ARRAY)
        .add("dry_run", true)
        .build();
  }

  static JsonObject nobodyEligible() {
    return Json.createObjectBuilder(dryRun())
        .add("selected", JsonValue.NULL)
        .add("candidates", JsonValue.EMPTY_JSON_ARRAY)
        .add("routing_method", "Direct")
        .add("lisp_routing", JsonValue.EMPTY_JSON_OBJECT)
        .add("dns_routing", JsonValue.EMPTY_JSON_OBJECT)
        .build();
  }
}
