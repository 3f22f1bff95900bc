package io.airouter.boundary;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** A user was not made or changed; the message says why, for people. */
@ApplicationException
public class UserRefusedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final Reason reason;

  public UserRefusedException(Reason reason) {
    super(reason.text);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** Why. */
  public enum Reason {
    NAME_TAKEN("there is a user of that name"),
    NAME_NOT_POSSIBLE(
        "a name has 1 to 100 of a-z, 0-9, '.', '_', '@' and '-', begins with a letter or digit,"
            + " and is not anonymous or router"),
    OWN_ACCOUNT("this is your own account: ask another administrator"),
    LAST_ADMINISTRATOR("nobody would be left to administrate the router");

    private final String text;

    Reason(String text) {
      this.text = text;
    }
  }
}
