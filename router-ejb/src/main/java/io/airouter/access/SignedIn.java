package io.airouter.access;

import java.util.Objects;

/**
 * A user who proved who they are, by password or token.
 *
 * @param mustChangePassword whether nothing but changing the password should be offered
 */
public record SignedIn(String name, Role role, boolean mustChangePassword) {
  public SignedIn {
    Objects.requireNonNull(name);
    Objects.requireNonNull(role);
  }
}
