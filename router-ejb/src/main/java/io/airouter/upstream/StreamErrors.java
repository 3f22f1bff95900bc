package io.airouter.upstream;

import io.airouter.query.UpstreamException;
import io.airouter.query.UpstreamException.Kind;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * Errors told in a body or an event after the status 200. The status they would have had is taken
 * from the error's type, so that a failed start can still be answered truly.
 */
final class StreamErrors {
  private StreamErrors() {}

  /** All dialects tell errors in a field {@code error}: an object with a message, or a string. */
  static void throwIfError(JsonObject body) throws UpstreamException {
    JsonValue error = body.getOrDefault("error", JsonValue.NULL);
    if (error instanceof JsonObject told) {
      String type = Tree.text(told, "type");
      throw failure(type.isEmpty() ? Tree.text(told, "code") : type, Tree.text(told, "message"));
    }
    if (error instanceof JsonString told) {
      throw failure("", told.getString());
    }
  }

  private static UpstreamException failure(String type, String message) {
    int status =
        switch (type) {
          case "overloaded_error" -> 529;
          case "rate_limit_error", "rate_limit_exceeded", "insufficient_quota" -> 429;
          case "invalid_request_error" -> 400;
          case "authentication_error" -> 401;
          case "permission_error" -> 403;
          case "not_found_error" -> 404;
          default -> 500;
        };
    Kind kind = status == 400 ? Kind.REJECTED : Kind.STATUS;
    String words = Tree.excerpt(type.isEmpty() ? message : type + ": " + message);
    return new UpstreamException(kind, words, status, Optional.empty());
  }
}
