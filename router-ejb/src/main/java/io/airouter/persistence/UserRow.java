package io.airouter.persistence;

import io.airouter.access.PasswordHash;
import io.airouter.access.Role;
import io.airouter.access.User;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of {@code router_user}. */
@Entity
@Table(name = "router_user")
class UserRow {
  @Id private String name;

  @Column(name = "password_hash")
  private String passwordHash;

  private String role;

  @Column(name = "must_change_password")
  private boolean mustChangePassword;

  @Column(name = "created_at")
  private Instant createdAt;

  private boolean enabled;
  private long version;

  protected UserRow() {}

  static UserRow of(User user) {
    UserRow row = new UserRow();
    row.name = user.name();
    row.passwordHash = user.password().text();
    row.role = Words.word(user.role());
    row.mustChangePassword = user.mustChangePassword();
    row.createdAt = user.createdAt();
    row.enabled = user.enabled();
    row.version = user.version();
    return row;
  }

  User toUser() {
    return new User(
        name,
        new PasswordHash(passwordHash),
        Words.value(Role.class, role),
        mustChangePassword,
        createdAt,
        enabled,
        version);
  }
}
