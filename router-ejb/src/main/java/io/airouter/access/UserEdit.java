package io.airouter.access;

import java.util.Objects;

/**
 * What an administrator wants of a user.
 *
 * @param version of the user they looked at
 */
public record UserEdit(String name, long version, Role role, boolean enabled) {
  public UserEdit {
    Objects.requireNonNull(name);
    Objects.requireNonNull(role);
  }
}
