package io.airouter.sdn;

/** A controller did not do what it was asked; checked, because every caller must decide. */
public final class ControllerFailureException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient ControllerFailure failure;

  public ControllerFailureException(ControllerFailure failure) {
    super(failure.reason());
    this.failure = failure;
  }

  public ControllerFailure failure() {
    return failure;
  }
}
