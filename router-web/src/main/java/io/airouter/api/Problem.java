package io.airouter.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a request got no answer: a problem (RFC 9457), or on the gateway's paths an error of the
 * dialect.
 *
 * @param status the HTTP status, 400..599
 * @param code a stable word for programs, such as {@code model_not_found}
 * @param detail a sentence for people
 * @param field the part of the request that is at fault, where one is
 * @param retryAfter when to ask again, where that helps
 * @param members further members of the problem, such as the attempts
 */
public record Problem(
    int status,
    String code,
    String detail,
    Optional<String> field,
    Optional<Duration> retryAfter,
    JsonObject members) {
  /** The media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public static final int BAD_REQUEST = 400;
  public static final int UNAUTHORIZED = 401;
  public static final int FORBIDDEN = 403;
  public static final int NOT_FOUND = 404;
  public static final int CONFLICT = 409;
  public static final int PRECONDITION_FAILED = 412;
  public static final int CONTENT_TOO_LARGE = 413;
  public static final int UNPROCESSABLE = 422;
  public static final int INTERNAL_ERROR = 500;
  public static final int BAD_GATEWAY = 502;
  public static final int UNAVAILABLE = 503;
  public static final int GATEWAY_TIMEOUT = 504;

  public Problem {
    if (status < BAD_REQUEST || status > 599) {
      throw new IllegalArgumentException("a problem has an error status, not " + status);
    }
    Objects.requireNonNull(code);
    Objects.requireNonNull(detail);
  }

  /** A problem of the request as a whole, or of the server. */
  public static Problem of(int status, String code, String detail) {
    return new Problem(
        status, code, detail, Optional.empty(), Optional.empty(), JsonObject.EMPTY_JSON_OBJECT);
  }

  /** A problem of one field of the request. */
  public Problem inField(String name) {
    return new Problem(status, code, detail, Optional.of(name), retryAfter, members);
  }

  /** The same problem, worth another try after that time. */
  public Problem after(Optional<Duration> delay) {
    return new Problem(status, code, detail, field, delay, members);
  }

  /** The same problem with more to tell programs. */
  public Problem with(JsonObject more) {
    return new Problem(status, code, detail, field, retryAfter, more);
  }

  /** To be thrown where a request is read; the face turns it into its own error shape. */
  public ProblemException asException() {
    return new ProblemException(this);
  }

  /** The members of RFC 9457 §3.1, then the router's own. */
  public JsonObject json(String requestId) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("type", "about:blank")
            .add("title", title())
            .add("status", status)
            .add("detail", detail)
            .add("code", code);
    field.ifPresent(name -> json.add("field", name));
    retryAfter.ifPresent(delay -> json.add("retry_after", seconds(delay)));
    json.add("request_id", requestId);
    members.forEach(json::add);
    return json.build();
  }

  /** Whole seconds for {@code Retry-After}, rounded up, at least one. */
  public static long seconds(Duration delay) {
    return Math.max(1, delay.plusMillis(999).toSeconds());
  }

  private String title() {
    return switch (status) {
      case BAD_REQUEST -> "Bad Request";
      case UNAUTHORIZED -> "Unauthorized";
      case FORBIDDEN -> "Forbidden";
      case NOT_FOUND -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 406 -> "Not Acceptable";
      case CONFLICT -> "Conflict";
      case PRECONDITION_FAILED -> "Precondition Failed";
      case CONTENT_TOO_LARGE -> "Content Too Large";
      case 415 -> "Unsupported Media Type";
      case UNPROCESSABLE -> "Unprocessable Content";
      case 429 -> "Too Many Requests";
      case BAD_GATEWAY -> "Bad Gateway";
      case UNAVAILABLE -> "Service Unavailable";
      case GATEWAY_TIMEOUT -> "Gateway Timeout";
      default -> status < INTERNAL_ERROR ? "Request Refused" : "Internal Server Error";
    };
  }
}
