package io.airouter.simulator;

/** A call the endpoint turns down; the dialect gives it its own error shape. */
final class RefusedCallException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String field;

  private RefusedCallException(int status, String field, String message) {
    super(message, null, false, false);
    this.status = status;
    this.field = field;
  }

  static RefusedCallException badRequest(String field, String message) {
    return new RefusedCallException(400, field, message);
  }

  static RefusedCallException unknownPath(String route) {
    return new RefusedCallException(404, "", "Unknown request URL: " + route + ".");
  }

  static RefusedCallException tooLarge(int limit) {
    return new RefusedCallException(
        413, "", "The request body is larger than " + limit + " bytes.");
  }

  static RefusedCallException simulated(int status) {
    return new RefusedCallException(status, "", "Simulated failure with status " + status + ".");
  }

  int status() {
    return status;
  }

  /** The request's field at fault; empty when none is. */
  String field() {
    return field;
  }
}
