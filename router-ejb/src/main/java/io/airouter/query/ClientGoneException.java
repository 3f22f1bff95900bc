package io.airouter.query;

/** The caller closed its connection before the answer was complete. */
public final class ClientGoneException extends Exception {
  private static final long serialVersionUID = 1L;

  public ClientGoneException(Throwable cause) {
    super("the client closed the connection", cause);
  }
}
