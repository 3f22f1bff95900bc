package io.airouter.simulator;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The JSON body of a call, read field by field; a field of a wrong type refuses the call and is
 * named. JSON null counts as absent, as with the providers.
 *
 * @param json the body
 */
record CallBody(JsonObject json) {

  private static final int MAX_TOKENS = 1_000_000;

  String requiredText(String name) throws RefusedCallException {
    if (json.get(name) instanceof JsonString text && !text.getString().isEmpty()) {
      return text.getString();
    }
    throw RefusedCallException.badRequest(name, name + ": a non-empty string is required.");
  }

  String text(String name, String fallback) {
    return json.get(name) instanceof JsonString text ? text.getString() : fallback;
  }

  boolean flag(String name, boolean fallback) throws RefusedCallException {
    if (absent(name)) {
      return fallback;
    }
    return switch (json.get(name).getValueType()) {
      case TRUE -> true;
      case FALSE -> false;
      default -> throw RefusedCallException.badRequest(name, name + ": must be a boolean.");
    };
  }

  /** A positive count such as max_tokens. */
  OptionalInt count(String name) throws RefusedCallException {
    if (absent(name)) {
      return OptionalInt.empty();
    }
    if (json.get(name) instanceof JsonNumber number && number.isIntegral()) {
      double size = number.doubleValue();
      if (size >= 1) {
        return OptionalInt.of((int) Math.min(size, MAX_TOKENS));
      }
    }
    throw RefusedCallException.badRequest(name, name + ": must be a whole number of at least 1.");
  }

  /** The named object; an empty one when it is absent. */
  CallBody nested(String name) throws RefusedCallException {
    if (absent(name)) {
      return new CallBody(JsonValue.EMPTY_JSON_OBJECT);
    }
    if (json.get(name) instanceof JsonObject object) {
      return new CallBody(object);
    }
    throw RefusedCallException.badRequest(name, name + ": must be an object.");
  }

  /** A string, or an array of strings. */
  List<String> texts(String name) throws RefusedCallException {
    if (absent(name)) {
      return List.of();
    }
    if (json.get(name) instanceof JsonString text) {
      return List.of(text.getString());
    }
    List<String> texts = new ArrayList<>();
    for (JsonValue value : array(name)) {
      texts.add(value instanceof JsonString text ? text.getString() : value.toString());
    }
    return texts;
  }

  /**
   * The conversation in {@code messages}, with a system text beside it where the dialect has one.
   */
  Prompt prompt() throws RefusedCallException {
    JsonArray messages = array("messages");
    if (messages.isEmpty()) {
      throw RefusedCallException.badRequest("messages", "messages: at least one is required.");
    }
    String question = "";
    int tokens = Tokens.count(contentOf(json.get("system")));
    for (JsonValue value : messages) {
      if (!(value instanceof JsonObject message)
          || !(message.get("role") instanceof JsonString role)) {
        throw RefusedCallException.badRequest(
            "messages", "messages: each must be an object with a role.");
      }
      String content = contentOf(message.get("content"));
      tokens += Tokens.count(content);
      if (role.getString().equals("user")) {
        question = content;
      }
    }
    return new Prompt(question, Math.max(1, tokens));
  }

  /** Content is a string, parts of which some are text, or nothing. */
  private static String contentOf(JsonValue content) {
    if (content instanceof JsonString text) {
      return text.getString();
    }
    if (!(content instanceof JsonArray parts)) {
      return "";
    }
    StringBuilder joined = new StringBuilder();
    for (JsonValue part : parts) {
      if (part instanceof JsonObject object && object.get("text") instanceof JsonString text) {
        joined.append(joined.isEmpty() ? "" : "\n").append(text.getString());
      }
    }
    return joined.toString();
  }

  private JsonArray array(String name) throws RefusedCallException {
    if (json.get(name) instanceof JsonArray array) {
      return array;
    }
    throw RefusedCallException.badRequest(name, name + ": an array is required.");
  }

  private boolean absent(String name) {
    JsonValue value = json.get(name);
    return value == null || value.getValueType() == JsonValue.ValueType.NULL;
  }
}
