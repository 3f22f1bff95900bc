package io.airouter.boot;

/** The router does not start; why has been said in plain lines, so this carries no stack trace. */
final class StartRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StartRefusedException(String message) {
    super(message, null, false, false);
  }
}
