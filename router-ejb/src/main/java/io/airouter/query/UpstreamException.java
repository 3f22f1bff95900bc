package io.airouter.query;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** An endpoint that did not answer as it should; the kind says whether another may be asked. */
public final class UpstreamException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What went wrong. */
  public enum Kind {
    /** No connection: refused, unreachable, unresolved. */
    CONNECT,
    /** Connected, but no octet in time. */
    TIMEOUT,
    /** A status that another endpoint may do better: 408, 425, 429, 5xx, 401, 403, 404. */
    STATUS,
    /** A status that says the request itself is wrong: 400, 413, 422. No fallback. */
    REJECTED,
    /** An answer that is not the dialect's. */
    RUBBISH,
    /** A stream or body that ended too early. */
    CUT;

    /** The lower-case word used in attempts, metrics and logs. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Kind kind;
  private final transient OptionalInt status;
  private final transient Optional<Duration> retryAfter;
  private final boolean contentSent;

  /** A failure without an HTTP status. */
  public UpstreamException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.status = OptionalInt.empty();
    this.retryAfter = Optional.empty();
    this.contentSent = false;
  }

  /** An HTTP status other than success. */
  public UpstreamException(Kind kind, String message, int status, Optional<Duration> retryAfter) {
    super(message);
    this.kind = kind;
    this.status = OptionalInt.of(status);
    this.retryAfter = retryAfter;
    this.contentSent = false;
  }

  private UpstreamException(UpstreamException original) {
    super(original.getMessage(), original);
    this.kind = original.kind;
    this.status = original.status;
    this.retryAfter = original.retryAfter;
    this.contentSent = true;
  }

  /** The same failure, after content had reached the caller: nothing may be tried again. */
  public UpstreamException afterContent() {
    return new UpstreamException(this);
  }

  public Kind kind() {
    return kind;
  }

  public OptionalInt status() {
    return status;
  }

  public Optional<Duration> retryAfter() {
    return retryAfter;
  }

  public boolean contentSent() {
    return contentSent;
  }

  /** Whether another endpoint may be asked. */
  public boolean mayFallBack() {
    return kind != Kind.REJECTED && !contentSent;
  }
}
