package io.airouter.upstream;

import io.airouter.query.UpstreamException;
import io.airouter.query.UpstreamException.Kind;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.Header;

/** Which kind of failure an exception or a status means. */
final class UpstreamFailures {
  /** The request itself is wrong, whoever is asked. */
  private static final Set<Integer> REJECTING = Set.of(400, 413, 422);

  private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);

  private UpstreamFailures() {}

  static UpstreamException of(IOException e) {
    Kind kind =
        switch (e) {
          case RubbishException rubbish -> Kind.RUBBISH;
          case ClientProtocolException noHttp -> Kind.RUBBISH;
          case ConnectionRequestTimeoutException poolFull -> Kind.CONNECT;
          case ConnectTimeoutException connect -> Kind.CONNECT;
          case SocketTimeoutException silence -> Kind.TIMEOUT;
          case ConnectException refused -> Kind.CONNECT;
          case NoRouteToHostException unreachable -> Kind.CONNECT;
          case UnknownHostException unresolved -> Kind.CONNECT;
          case SSLHandshakeException distrusted -> Kind.CONNECT;
          default -> Kind.CUT;
        };
    return new UpstreamException(kind, kind.word() + ": " + Tree.excerpt(words(e)), e);
  }

  private static String words(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /** A status other than success; {@code body} is the beginning of what came with it. */
  static UpstreamException ofStatus(ClassicHttpResponse response, String body, Instant now) {
    int status = response.getCode();
    boolean tooLong = body.contains("context_length_exceeded");
    Kind kind = REJECTING.contains(status) && !tooLong ? Kind.REJECTED : Kind.STATUS;
    return new UpstreamException(
        kind, "HTTP " + status + " " + message(body), status, retryAfter(response, now));
  }

  private static String message(String body) {
    try {
      JsonObject json = Tree.parse(body);
      String told = Tree.text(Tree.object(json, "error"), "message");
      return Tree.excerpt(told.isEmpty() ? Tree.text(json, "error") : told);
    } catch (RubbishException e) {
      return Tree.excerpt(body);
    }
  }

  /** In seconds, as an HTTP date, or in milliseconds under OpenAI's name; at most an hour. */
  static Optional<Duration> retryAfter(ClassicHttpResponse response, Instant now) {
    return header(response, "retry-after-ms")
        .flatMap(text -> number(text).map(Duration::ofMillis))
        .or(() -> header(response, "retry-after").flatMap(text -> secondsOrDate(text, now)))
        .map(d -> d.isNegative() ? Duration.ZERO : d)
        .map(d -> d.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : d);
  }

  private static Optional<Duration> secondsOrDate(String text, Instant now) {
    return number(text)
        .map(Duration::ofSeconds)
        .or(
            () -> {
              try {
                ZonedDateTime date =
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
                return Optional.of(Duration.between(now, date.toInstant()));
              } catch (DateTimeException e) {
                return Optional.empty();
              }
            });
  }

  private static Optional<Long> number(String text) {
    try {
      return Optional.of((long) Math.min(Double.parseDouble(text), Integer.MAX_VALUE));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> header(ClassicHttpResponse response, String name) {
    return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
  }
}
