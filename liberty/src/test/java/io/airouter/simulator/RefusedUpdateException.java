package io.airouter.simulator;

/** A behaviour update the control server does not accept: names the field and what is allowed. */
final class RefusedUpdateException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String field;

  RefusedUpdateException(String field, String allowed) {
    super(field + ": " + allowed, null, false, false);
    this.field = field;
  }

  String field() {
    return field;
  }
}
