package io.airouter.boundary;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** A change cannot be kept now, as the database is not there; what was decided goes on. */
@ApplicationException
public class DatabaseUnavailableException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  public DatabaseUnavailableException(String reason) {
    super("this cannot be kept now: " + reason);
  }
}
