package io.airouter.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * The fields of a request, read by name and type. An absent field and a JSON null are the same;
 * unknown fields are nobody's business.
 *
 * @param object the request
 * @param status what a field of the wrong type is answered with
 */
record Fields(JsonObject object, int status) {

  Optional<String> text(String name) {
    return value(name)
        .map(
            value -> {
              if (value instanceof JsonString string) {
                return string.getString();
              }
              throw wrong(name, "a string");
            });
  }

  boolean flag(String name) {
    return value(name)
        .map(
            value ->
                switch (value.getValueType()) {
                  case TRUE -> true;
                  case FALSE -> false;
                  default -> throw wrong(name, "true or false");
                })
        .orElse(false);
  }

  Optional<JsonObject> nested(String name) {
    return value(name)
        .map(
            value -> {
              if (value instanceof JsonObject nested) {
                return nested;
              }
              throw wrong(name, "an object");
            });
  }

  Optional<JsonArray> array(String name) {
    return value(name)
        .map(
            value -> {
              if (value instanceof JsonArray array) {
                return array;
              }
              throw wrong(name, "an array");
            });
  }

  ProblemException wrong(String name, String expected) {
    return Problem.of(status, "invalid_field", "'" + name + "' must be " + expected + ".")
        .inField(name)
        .asException();
  }

  private Optional<JsonValue> value(String name) {
    return Optional.ofNullable(object.get(name)).filter(value -> !value.equals(JsonValue.NULL));
  }
}
