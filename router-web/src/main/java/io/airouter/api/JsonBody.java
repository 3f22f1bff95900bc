package io.airouter.api;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Reads a request's body as one JSON object (RFC 8259), bounded in octets and in depth, and only
 * where it is well-formed UTF-8.
 */
final class JsonBody {
  /** Deeper than any request of a known client; a parser recurses, so there is a bound. */
  static final int MAX_DEPTH = 64;

  /** Looked up once: each look-up asks the class loader. */
  private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

  private JsonBody() {}

  /**
   * Reads the whole body.
   *
   * @param limit octets at most
   * @throws ProblemException 413 where it is longer, 400 where it is no JSON object
   */
  static JsonObject read(InputStream body, int limit) throws IOException {
    byte[] octets = body.readNBytes(limit + 1);
    if (octets.length > limit) {
      throw Problem.of(
              Problem.CONTENT_TOO_LARGE,
              "request_too_large",
              "The body is longer than " + limit + " octets.")
          .inField("body")
          .asException();
    }
    return parse(decoded(octets));
  }

  private static String decoded(byte[] octets) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
    } catch (CharacterCodingException e) {
      throw malformed("The body is not well-formed UTF-8.");
    }
  }

  private static JsonObject parse(String text) {
    if (text.isBlank()) {
      throw malformed("The body is empty; a JSON object is expected.");
    }
    requireShallow(text);
    try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
      if (parser.next() != JsonParser.Event.START_OBJECT) {
        throw malformed("The body is no JSON object.");
      }
      JsonObject object = parser.getObject();
      // Looks for the end of the text, and throws where anything else is there.
      if (parser.hasNext()) {
        throw malformed("The body goes on after its JSON object.");
      }
      return object;
    } catch (UnsupportedOperationException e) {
      // The parser's word for a number of thousands of digits.
      throw malformed("The body has a number that is too long.");
    } catch (JsonException | IllegalStateException | ArithmeticException e) {
      throw malformed("The body is not valid JSON: " + firstLine(e.getMessage()));
    }
  }

  /** Counts brackets outside strings, before anything recurses over them. */
  private static void requireShallow(String text) {
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '"' -> quoted = !quoted;
        case '\\' -> i += quoted ? 1 : 0;
        case '{', '[' -> depth += quoted ? 0 : 1;
        case '}', ']' -> depth -= quoted ? 0 : 1;
        default -> {}
      }
      if (depth > MAX_DEPTH) {
        throw malformed("The body is nested deeper than " + MAX_DEPTH + " levels.");
      }
    }
  }

  private static String firstLine(String message) {
    return message == null ? "unexpected end" : message.lines().findFirst().orElse("");
  }

  private static ProblemException malformed(String detail) {
    return Problem.of(Problem.BAD_REQUEST, "malformed_json", detail).inField("body").asException();
  }
}
