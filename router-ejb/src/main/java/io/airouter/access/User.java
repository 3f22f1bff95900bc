package io.airouter.access;

import java.time.Instant;
import java.util.Objects;

/**
 * Somebody who signs in to the UI or asks for tokens.
 *
 * @param name lower case, unique
 * @param mustChangePassword true while the password is one that somebody else has seen
 * @param enabled false while they may not sign in
 * @param version counts the changes; one made to an older version would undo somebody else's
 */
public record User(
    String name,
    PasswordHash password,
    Role role,
    boolean mustChangePassword,
    Instant createdAt,
    boolean enabled,
    long version) {
  public User {
    Objects.requireNonNull(password);
    Objects.requireNonNull(role);
    Objects.requireNonNull(createdAt);
    if (!name.matches("[a-z0-9][a-z0-9._@-]{0,99}")) {
      throw new IllegalArgumentException(
          "user name '" + name + "': a-z, 0-9, '.', '_', '@', '-', at most 100");
    }
    if (version < 0) {
      throw new IllegalArgumentException("versions count from 0, not " + version);
    }
  }

  /** One who is new: may sign in once, and then has to choose a password. */
  public static User fresh(String name, PasswordHash oneTime, Role role, Instant now) {
    return new User(name, oneTime, role, true, now, true, 0);
  }

  /** With a password the user chose. */
  public User withPassword(PasswordHash chosen) {
    return new User(name, chosen, role, false, createdAt, enabled, version + 1);
  }

  /** With a password that somebody else has seen. */
  User withOneTimePassword(PasswordHash given) {
    return new User(name, given, role, true, createdAt, enabled, version + 1);
  }

  User with(Role other, boolean allowed) {
    return new User(name, password, other, mustChangePassword, createdAt, allowed, version + 1);
  }

  /** Whether they can administrate the router. */
  public boolean isAdministrator() {
    return enabled && role == Role.ADMIN;
  }

  public SignedIn signedIn() {
    return new SignedIn(name, role, mustChangePassword, password.mark());
  }
}
