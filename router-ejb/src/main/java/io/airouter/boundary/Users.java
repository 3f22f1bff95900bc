package io.airouter.boundary;

import io.airouter.access.AccountStore;
import io.airouter.access.AuditEntry;
import io.airouter.access.AuditLog;
import io.airouter.access.CreatedUser;
import io.airouter.access.Role;
import io.airouter.access.User;
import io.airouter.access.UserAdministration;
import io.airouter.access.UserChange;
import io.airouter.access.UserEdit;
import io.airouter.boundary.UserRefusedException.Reason;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Users for administrators. Nobody changes, resets or removes themselves, and each change is of the
 * version that was looked at: {@link UserConflictException} shows the other one. The store commits
 * a change with its audit entry before it counts.
 */
@Stateless
@RolesAllowed(Roles.ADMIN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Users {
  private static final int MAX_AUDIT = 1_000;

  @Inject private AccountStore store;
  @Inject private AuditLog audit;
  @Inject private UserAdministration administration;
  @Inject private InstantSource clock;
  @Resource private SessionContext session;

  /** Sorted by name. */
  public List<User> users() {
    return store.users();
  }

  public Optional<User> user(String name) {
    boolean nameable = name.chars().noneMatch(Character::isISOControl);
    return nameable ? store.user(name) : Optional.empty();
  }

  /**
   * Makes a user, with a password for the first sign-in.
   *
   * @throws UserRefusedException where there is one of that name, or where none can be called so
   */
  public CreatedUser create(String name, Role role) {
    try {
      return administration
          .create(name, role, actor())
          .orElseThrow(() -> new UserRefusedException(Reason.NAME_TAKEN));
    } catch (IllegalArgumentException e) {
      throw new UserRefusedException(Reason.NAME_NOT_POSSIBLE);
    }
  }

  /**
   * Sets role and permission to sign in.
   *
   * @throws NoSuchElementException where there is no such user
   * @throws UserConflictException where somebody else changed them in between
   * @throws UserRefusedException for one's own account, or the last administrator
   */
  public User change(UserEdit wanted) {
    User before = looked(wanted.name(), wanted.version(), Optional.of(wanted));
    if (before.role() == wanted.role() && before.enabled() == wanted.enabled()) {
      return before;
    }
    refuseOwn(before);
    return finished(administration.change(before, wanted, actor()), before, Optional.of(wanted))
        .orElseThrow();
  }

  /** Gives a user a new one-time password; their sessions and tokens end. As {@link #change}. */
  public CreatedUser resetPassword(String name, long version) {
    User before = looked(name, version, Optional.empty());
    refuseOwn(before);
    return administration
        .resetPassword(before, actor())
        .orElseThrow(() -> conflict(before, Optional.empty()));
  }

  /** Removes a user; their sessions and tokens end. As {@link #change}. */
  public void remove(String name, long version) {
    User before = looked(name, version, Optional.empty());
    refuseOwn(before);
    finished(administration.remove(before, actor()), before, Optional.empty());
  }

  /** The latest administrative actions of everybody, newest first; 1 to 1000 of them. */
  public List<AuditEntry> audit(int count) {
    return audit.recent(Math.clamp(count, 1, MAX_AUDIT), clock.instant());
  }

  private User looked(String name, long version, Optional<UserEdit> wanted) {
    User now = user(name).orElseThrow(() -> new NoSuchElementException("there is no user " + name));
    if (now.version() != version) {
      throw new UserConflictException(now, wanted);
    }
    return now;
  }

  private void refuseOwn(User user) {
    if (user.name().equals(actor())) {
      throw new UserRefusedException(Reason.OWN_ACCOUNT);
    }
  }

  private Optional<User> finished(UserChange change, User before, Optional<UserEdit> wanted) {
    return switch (change) {
      case DONE -> store.user(before.name());
      case CONFLICT -> throw conflict(before, wanted);
      case LAST_ADMINISTRATOR -> throw new UserRefusedException(Reason.LAST_ADMINISTRATOR);
    };
  }

  private RuntimeException conflict(User before, Optional<UserEdit> wanted) {
    return store
        .user(before.name())
        .<RuntimeException>map(now -> new UserConflictException(now, wanted))
        .orElseGet(() -> new NoSuchElementException("there is no user " + before.name()));
  }

  private String actor() {
    return session.getCallerPrincipal().getName();
  }
}
