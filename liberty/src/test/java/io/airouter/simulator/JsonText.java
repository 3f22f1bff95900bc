package io.airouter.simulator;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonStructure;
import jakarta.json.spi.JsonProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** JSON-P with its provider looked up once: {@code Json.create…} would search for it each time. */
final class JsonText {

  private static final JsonProvider PROVIDER = JsonProvider.provider();
  private static final JsonBuilderFactory BUILDERS = PROVIDER.createBuilderFactory(Map.of());
  private static final JsonReaderFactory READERS = PROVIDER.createReaderFactory(Map.of());

  private JsonText() {}

  static JsonObjectBuilder object() {
    return BUILDERS.createObjectBuilder();
  }

  static JsonArrayBuilder array() {
    return BUILDERS.createArrayBuilder();
  }

  /**
   * Reads one JSON object in UTF-8.
   *
   * @throws IOException when the bytes are no JSON object
   */
  @SuppressWarnings(
      "IllegalCatch") // the provider reports too deep nesting as a bare RuntimeException
  static JsonObject parse(byte[] bytes) throws IOException {
    try (JsonReader reader =
        READERS.createReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
      JsonStructure read = reader.read();
      if (read instanceof JsonObject object) {
        return object;
      }
    } catch (RuntimeException e) {
      throw new IOException("not JSON", e);
    }
    throw new IOException("not a JSON object");
  }
}
