package io.airouter.boundary;

import io.airouter.access.PasswordVerdict;
import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** A password was not changed; the message says why, for the user. */
@ApplicationException
public class PasswordRefusedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final PasswordVerdict verdict;

  public PasswordRefusedException(PasswordVerdict verdict) {
    super(verdict.reason());
    this.verdict = verdict;
  }

  public PasswordVerdict verdict() {
    return verdict;
  }
}
