package io.airouter.boundary;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** The history cannot be read now, as the database is not there; routing goes on without it. */
@ApplicationException
public class HistoryUnavailableException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  public HistoryUnavailableException(Throwable cause) {
    super("the routing history cannot be read now", cause);
  }
}
