package io.airouter.boundary;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/**
 * A search was ended, as it would have kept the database busy for too long; a narrower one helps.
 */
@ApplicationException
public class SearchTooLongException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  public SearchTooLongException() {
    super("this search takes too long: choose a shorter time range, or sort by time");
  }
}
