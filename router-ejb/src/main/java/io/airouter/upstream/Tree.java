package io.airouter.upstream;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON trees of others tolerantly: a field of another type counts as absent. Factories are
 * made once, because each making asks the service loader.
 */
final class Tree {
  static final JsonProvider VALUES = JsonProvider.provider();
  static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private Tree() {}

  static JsonObject parse(String text) throws RubbishException {
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (JsonException | ClassCastException e) {
      throw new RubbishException("not a JSON object: " + excerpt(text), e);
    }
  }

  static String text(JsonObject object, String field) {
    return object.get(field) instanceof JsonString string ? string.getString() : "";
  }

  static long number(JsonObject object, String field) {
    return object.get(field) instanceof JsonNumber number ? number.longValue() : 0;
  }

  static boolean isTrue(JsonObject object, String field) {
    return JsonValue.TRUE.equals(object.get(field));
  }

  static JsonObject object(JsonObject parent, String field) {
    return parent.get(field) instanceof JsonObject child ? child : JsonValue.EMPTY_JSON_OBJECT;
  }

  /** The objects of an array field, other elements left out. */
  static List<JsonObject> objects(JsonObject parent, String field) {
    return parent.get(field) instanceof JsonArray array ? objects(array) : List.of();
  }

  static List<JsonObject> objects(JsonArray array) {
    return array.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast).toList();
  }

  /** The beginning of somebody else's text, on one line, fit for a message. */
  static String excerpt(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= 160 ? line : line.substring(0, 160) + "…";
  }
}
