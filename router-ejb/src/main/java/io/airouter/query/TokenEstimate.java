package io.airouter.query;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.OptionalInt;

/**
 * Counts tokens without a tokenizer: four characters of English make about one. Good enough to
 * compare prices and context windows; the upstream's own usage is what is billed.
 */
public final class TokenEstimate {
  private static final int CHARACTERS_PER_TOKEN = 4;

  /** What roles and separators add to each message. */
  private static final int TOKENS_PER_MESSAGE = 4;

  private TokenEstimate() {}

  /** Rounded up. */
  public static int ofCharacters(long characters) {
    return Math.toIntExact(
        Math.min(
            Integer.MAX_VALUE, (characters + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN));
  }

  /**
   * Of a whole chat request: its messages and tools. A request without messages counts its prompt.
   */
  static int ofRequest(RouteQuery query) {
    return messages(query.chat()).isEmpty()
        ? ofCharacters(query.prompt().length())
        : ofChat(query.chat());
  }

  /** Of the messages and tools of a request in the chat-completions shape. */
  public static int ofChat(JsonObject chat) {
    List<JsonObject> messages = messages(chat);
    long characters = 0;
    for (JsonObject message : messages) {
      characters += characters(message.getOrDefault("content", JsonValue.NULL));
    }
    JsonValue tools = chat.getOrDefault("tools", JsonValue.NULL);
    characters += tools instanceof JsonArray array ? array.toString().length() : 0;
    return ofCharacters(characters + (long) messages.size() * TOKENS_PER_MESSAGE);
  }

  /** The answer's length the caller allows, where it says one. */
  static OptionalInt allowedOutput(JsonObject chat) {
    for (String field : List.of("max_completion_tokens", "max_tokens")) {
      if (chat.get(field) instanceof JsonNumber number && number.intValue() > 0) {
        return OptionalInt.of(number.intValue());
      }
    }
    return OptionalInt.empty();
  }

  private static List<JsonObject> messages(JsonObject chat) {
    return chat.get("messages") instanceof JsonArray array
        ? array.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast).toList()
        : List.of();
  }

  private static long characters(JsonValue content) {
    return switch (content) {
      case JsonString text -> text.getChars().length();
      case JsonArray parts ->
          parts.stream()
              .filter(JsonObject.class::isInstance)
              .map(part -> part.asJsonObject().getOrDefault("text", JsonValue.NULL))
              .mapToLong(TokenEstimate::characters)
              .sum();
      default -> 0;
    };
  }
}
