package io.airouter.admin;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads a kept object field by field; what an older version did not write is empty or zero. */
record JsonFields(JsonObject json) {
  String text(String name) {
    return textIfAny(name).orElse("");
  }

  Optional<String> textIfAny(String name) {
    return json.get(name) instanceof JsonString text
        ? Optional.of(text.getString())
        : Optional.empty();
  }

  boolean flag(String name) {
    return json.getBoolean(name, false);
  }

  BigDecimal decimal(String name) {
    return json.get(name) instanceof JsonNumber number ? number.bigDecimalValue() : BigDecimal.ZERO;
  }

  double number(String name) {
    return decimal(name).doubleValue();
  }

  long whole(String name) {
    return decimal(name).longValue();
  }

  JsonFields nested(String name) {
    return new JsonFields(
        json.get(name) instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT);
  }

  boolean has(String name) {
    return json.get(name) instanceof JsonObject;
  }

  List<JsonFields> list(String name) {
    return array(name).stream()
        .filter(JsonObject.class::isInstance)
        .map(value -> new JsonFields(value.asJsonObject()))
        .toList();
  }

  List<String> texts(String name) {
    return array(name).stream()
        .filter(JsonString.class::isInstance)
        .map(value -> ((JsonString) value).getString())
        .toList();
  }

  private JsonArray array(String name) {
    return json.get(name) instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
  }
}
