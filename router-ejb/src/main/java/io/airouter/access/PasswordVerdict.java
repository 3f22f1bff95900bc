package io.airouter.access;

/** What became of a wish to change a password. */
public enum PasswordVerdict {
  CHANGED("changed"),
  /** The old password is not right, or the name is unknown; which of both is not told. */
  WRONG_PASSWORD("the old password is not right"),
  /** Too many failures; to be tried again later. */
  LOCKED("too many failed attempts, try again later"),
  CONFLICT("somebody else changed this user at the same moment, try again"),
  TOO_SHORT("at least 12 characters are needed"),
  TOO_LONG("at most 200 characters are allowed"),
  SAME("the new password is the old one or the name");

  private final String reason;

  PasswordVerdict(String reason) {
    this.reason = reason;
  }

  /** For people. */
  public String reason() {
    return reason;
  }
}
