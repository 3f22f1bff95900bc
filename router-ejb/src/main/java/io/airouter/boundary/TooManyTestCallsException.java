package io.airouter.boundary;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** So many test calls run that another must wait. */
@ApplicationException
public class TooManyTestCallsException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  public TooManyTestCallsException() {
    super("too many test calls run now; try again when they have ended");
  }
}
