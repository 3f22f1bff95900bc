package io.airouter.sdn;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a controller did not do what it was asked.
 *
 * @param status of HTTP, where there was an answer
 * @param reason for people; never holds a body, which may show secrets
 * @param retryAfter what the controller asked for
 */
public record ControllerFailure(
    Kind kind, Optional<Integer> status, String reason, Optional<Duration> retryAfter) {
  private static final int BAD_REQUEST = 400;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int CONFLICT = 409;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  /** What went wrong, as far as it decides what is done next. */
  public enum Kind {
    /** The address is not one the router may call. */
    FORBIDDEN_HOST,
    /** No connection. */
    UNREACHABLE,
    /** No answer in time. */
    TIMEOUT,
    /** The certificate is not trusted, or not for this host. */
    CERTIFICATE,
    /** An answer with an HTTP error, or a redirection, which is not followed. */
    STATUS,
    /** An answer that is not what the interface says. */
    RUBBISH,
    /** The router's own fault, or its database's. */
    INTERNAL;

    /** The lower-case word used in API and pages. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public ControllerFailure {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(status);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(retryAfter);
  }

  public static ControllerFailure of(Kind kind, String reason) {
    return new ControllerFailure(kind, Optional.empty(), reason, Optional.empty());
  }

  public static ControllerFailure ofStatus(
      int status, String reason, Optional<Duration> retryAfter) {
    return new ControllerFailure(Kind.STATUS, Optional.of(status), reason, retryAfter);
  }

  /** Whether asking the same again is pointless: most 4xx, and a host that may not be called. */
  public boolean isFinal() {
    return kind == Kind.FORBIDDEN_HOST || status.filter(ControllerFailure::isFinal).isPresent();
  }

  private static boolean isFinal(int status) {
    return status >= BAD_REQUEST
        && status < SERVER_ERROR
        && status != REQUEST_TIMEOUT
        && status != CONFLICT
        && status != TOO_MANY_REQUESTS;
  }
}
