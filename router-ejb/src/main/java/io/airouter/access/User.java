package io.airouter.access;

import java.time.Instant;
import java.util.Objects;

/**
 * Somebody who signs in to the UI or asks for tokens.
 *
 * @param name lower case, unique
 * @param mustChangePassword true while the password is one that somebody else has seen
 */
public record User(
    String name, PasswordHash password, Role role, boolean mustChangePassword, Instant createdAt) {
  public User {
    Objects.requireNonNull(password);
    Objects.requireNonNull(role);
    Objects.requireNonNull(createdAt);
    if (!name.matches("[a-z0-9][a-z0-9._@-]{0,99}")) {
      throw new IllegalArgumentException(
          "user name '" + name + "': a-z, 0-9, '.', '_', '@', '-', at most 100");
    }
  }

  /** With a password the user chose. */
  public User withPassword(PasswordHash chosen) {
    return new User(name, chosen, role, false, createdAt);
  }

  public SignedIn signedIn() {
    return new SignedIn(name, role, mustChangePassword);
  }
}
