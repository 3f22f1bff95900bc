package io.airouter.access;

import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;

/**
 * A user who proved who they are, by password or token. What they may do now is asked of {@link
 * CurrentUsers} each time: a session or a token may be older than a change.
 *
 * @param mustChangePassword whether nothing but changing the password should be offered
 * @param passwordMark tells whether the password is still the one it was proved by
 */
public record SignedIn(String name, Role role, boolean mustChangePassword, String passwordMark)
    implements Serializable {
  @Serial private static final long serialVersionUID = 1;

  public SignedIn {
    Objects.requireNonNull(name);
    Objects.requireNonNull(role);
    Objects.requireNonNull(passwordMark);
  }
}
