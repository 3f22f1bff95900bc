package io.airouter.access;

/** A user with the one-time password they were given, which is shown this once and kept nowhere. */
public record CreatedUser(User user, String oneTimePassword) {
  /** Leaves the password out. */
  @Override
  public String toString() {
    return "CreatedUser[user=" + user + "]";
  }
}
