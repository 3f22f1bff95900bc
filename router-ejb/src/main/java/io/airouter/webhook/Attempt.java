package io.airouter.webhook;

import java.util.OptionalInt;

/** What came of one attempt. */
record Attempt(Verdict verdict, OptionalInt status, String problem) {

  /** What to do next. */
  enum Verdict {
    DELIVERED,
    /** It may do better later. */
    RETRY,
    /** The receiver does not want it, or is not who was meant. */
    GIVE_UP
  }

  private static final int REDIRECT = 300;
  private static final int CLIENT_ERROR = 400;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  static Attempt answered(int status) {
    OptionalInt code = OptionalInt.of(status);
    if (status < REDIRECT) {
      return new Attempt(Verdict.DELIVERED, code, "");
    }
    if (status < CLIENT_ERROR) {
      return new Attempt(Verdict.GIVE_UP, code, "redirects are not followed");
    }
    boolean later =
        status >= SERVER_ERROR || status == REQUEST_TIMEOUT || status == TOO_MANY_REQUESTS;
    return new Attempt(later ? Verdict.RETRY : Verdict.GIVE_UP, code, "it answered " + status);
  }

  static Attempt failed(String problem) {
    return new Attempt(Verdict.RETRY, OptionalInt.empty(), problem);
  }
}
