package io.airouter.southbound;

import io.airouter.sdn.ControllerFailure;
import io.airouter.southbound.Restconf.Answer;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Optional;

/**
 * What an error answer says (RFC 8040 §3.9). OpenDaylight leaves out the module's name of the
 * member {@code errors}, and some errors come from in front of it and say nothing in JSON.
 */
final class RestconfErrors {
  private static final int NOT_FOUND = 404;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int MAX_MESSAGE = 200;

  private RestconfErrors() {}

  /** Whether the resource is not there, rather than the whole interface. */
  static boolean isMissing(Answer answer) {
    return answer.status() == NOT_FOUND
        && tag(answer).filter(tag -> tag.equals("data-missing")).isPresent();
  }

  static ControllerFailure failure(String asked, Answer answer) {
    int status = answer.status();
    String meaning =
        switch (status) {
          case UNAUTHORIZED -> "the credentials were not accepted";
          case FORBIDDEN -> "the user may not do this";
          case NOT_FOUND -> "there is no RESTCONF mapping service at this address";
          default -> status >= 300 && status < 400 ? "a redirection, which is not followed" : "";
        };
    String detail = first(answer).map(RestconfErrors::words).orElse("");
    String why = meaning.isEmpty() ? detail : meaning;
    String reason = asked + " was answered " + status + (why.isEmpty() ? "" : ": " + why);
    return ControllerFailure.ofStatus(status, reason, answer.retryAfter());
  }

  private static Optional<String> tag(Answer answer) {
    return first(answer).map(error -> error.getString("error-tag", ""));
  }

  private static String words(JsonObject error) {
    String message = error.getString("error-message", "").lines().findFirst().orElse("");
    String tag = error.getString("error-tag", "");
    String whole = message.isEmpty() ? tag : tag + ", " + message;
    return whole.length() > MAX_MESSAGE ? whole.substring(0, MAX_MESSAGE) + "…" : whole;
  }

  private static Optional<JsonObject> first(Answer answer) {
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      JsonObject body = reader.readObject();
      JsonValue errors = body.getOrDefault("errors", body.get("ietf-restconf:errors"));
      return errors instanceof JsonObject object
          ? object.getJsonArray("error").getValuesAs(JsonObject.class).stream().findFirst()
          : Optional.empty();
    } catch (JsonException | IllegalStateException | ClassCastException | NullPointerException e) {
      return Optional.empty();
    }
  }
}
