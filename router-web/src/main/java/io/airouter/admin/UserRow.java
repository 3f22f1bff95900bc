package io.airouter.admin;

import io.airouter.access.User;

/** A user in the list; the name leads to what can be changed. */
public record UserRow(String name, String role, StatusMark mark, String since, boolean own) {
  static UserRow of(User user, String visitor) {
    return new UserRow(
        user.name(),
        user.role().word(),
        mark(user),
        Figures.dayAndTime(user.createdAt()),
        user.name().equals(visitor));
  }

  static StatusMark mark(User user) {
    if (!user.enabled()) {
      return StatusMark.idle("Disabled");
    }
    return user.mustChangePassword() ? StatusMark.warn("First password") : StatusMark.ok("Enabled");
  }
}
