package io.airouter.access;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Makes, changes and removes users. What is done counts at once, also for sessions and tokens that
 * exist, and leaves an audit entry in the same transaction. Safe for many threads.
 */
public final class UserAdministration {
  /** Names that history and audit use for somebody else. */
  private static final Set<String> RESERVED = Set.of("anonymous", "router");

  private final AccountStore store;
  private final CurrentUsers current;
  private final InstantSource clock;
  private final SecureRandom random;

  public UserAdministration(
      AccountStore store, CurrentUsers current, InstantSource clock, SecureRandom random) {
    this.store = store;
    this.current = current;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Makes a user with a one-time password; empty where there is one of that name.
   *
   * @throws IllegalArgumentException for a name that no user can have
   */
  public Optional<CreatedUser> create(String name, Role role, String actor) {
    if (RESERVED.contains(name)) {
      throw new IllegalArgumentException("the name '" + name + "' stands for somebody else");
    }
    String password = OneTimePassword.next(random);
    User user = User.fresh(name, hash(password), role, clock.instant());
    boolean added = store.add(user, audit(actor, "user.created", name, "role " + role.word()));
    if (!added) {
      return Optional.empty();
    }
    current.put(user);
    return Optional.of(new CreatedUser(user, password));
  }

  /** Changes role and permission to sign in; {@code before} is the user as it is. */
  public UserChange change(User before, UserEdit wanted, String actor) {
    User after = before.with(wanted.role(), wanted.enabled());
    String detail =
        "role %s to %s, %s to %s"
            .formatted(before.role().word(), after.role().word(), state(before), state(after));
    return replace(before, after, audit(actor, "user.changed", before.name(), detail));
  }

  private static String state(User user) {
    return user.enabled() ? "enabled" : "disabled";
  }

  /** Gives a user a new one-time password; empty where somebody else changed them in between. */
  public Optional<CreatedUser> resetPassword(User before, String actor) {
    String password = OneTimePassword.next(random);
    User after = before.withOneTimePassword(hash(password));
    AuditEntry audit = audit(actor, "user.password_reset", before.name(), "");
    return replace(before, after, audit) == UserChange.DONE
        ? Optional.of(new CreatedUser(after, password))
        : Optional.empty();
  }

  public UserChange remove(User before, String actor) {
    UserChange change =
        store.remove(
            before, audit(actor, "user.removed", before.name(), "role " + before.role().word()));
    if (change == UserChange.DONE) {
      current.remove(before.name());
    }
    return change;
  }

  private UserChange replace(User before, User after, AuditEntry audit) {
    UserChange change = store.replace(before, after, audit);
    if (change == UserChange.DONE) {
      current.put(after);
    }
    return change;
  }

  private PasswordHash hash(String password) {
    return PasswordHash.of(password.toCharArray(), random);
  }

  private AuditEntry audit(String actor, String action, String subject, String detail) {
    return new AuditEntry(clock.instant(), actor, action, subject, detail);
  }
}
