package io.airouter.dns;

/** Asks this very name server as any client would, over its open port. */
@FunctionalInterface
public interface WireClient {
  /**
   * Waits for the answer, a few seconds at most.
   *
   * @throws NoAnswerException where none came
   */
  WireAnswer ask(WireQuery query);

  /** The port gave no answer in time; the message says why. */
  final class NoAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoAnswerException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
