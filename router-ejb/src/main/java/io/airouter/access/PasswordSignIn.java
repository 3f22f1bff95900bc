package io.airouter.access;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Signs users in by name and password. An unknown name costs as much as a wrong password, so that
 * time does not tell which names exist; guessing is slowed down by {@link SignInThrottle}. Safe for
 * many threads; one instance a router, as the throttle's memory is here.
 */
public final class PasswordSignIn {
  private static final int MIN_LENGTH = 12;
  private static final int MAX_LENGTH = 200;

  /**
   * Attempts at a time, of whomever: each costs a CPU a fraction of a second, and a flood of them
   * would take the server's threads from all others. Those beyond are refused without a wait.
   */
  static final int MAX_AT_ONCE = 3;

  private final AccountStore store;
  private final FirstAdministrator firstAdministrator;
  private final InstantSource clock;
  private final SecureRandom random;
  private final SignInThrottle throttle;
  private final PasswordHash nobody;
  private final Semaphore attempts = new Semaphore(MAX_AT_ONCE);

  public PasswordSignIn(
      AccountStore store,
      FirstAdministrator firstAdministrator,
      InstantSource clock,
      SecureRandom random) {
    this.store = store;
    this.firstAdministrator = firstAdministrator;
    this.clock = clock;
    this.random = random;
    this.throttle = new SignInThrottle(clock);
    this.nobody = PasswordHash.of(new char[] {'-'}, random);
  }

  /**
   * The user of that name and password; empty for a wrong or locked one, and where too many try at
   * once.
   */
  public Optional<SignedIn> signIn(Visit visit, char[] password) {
    return verified(visit.canonical(), password).map(User::signedIn);
  }

  /**
   * Who tries to sign in.
   *
   * @param address where they come from
   */
  public record Visit(String name, String address) {
    /** By the name as users have it: without blanks around it, in lower case, not too long. */
    public Visit canonical() {
      String lower = name.strip().toLowerCase(Locale.ROOT);
      String bounded = lower.length() <= MAX_LENGTH ? lower : lower.substring(0, MAX_LENGTH);
      return new Visit(bounded, address);
    }
  }

  /** Replaces a user's password by one of their own choice. */
  public PasswordVerdict change(Visit visitor, char[] old, char[] fresh) {
    Visit visit = visitor.canonical();
    if (throttle.isLocked(visit.name(), visit.address())) {
      return PasswordVerdict.LOCKED;
    }
    Optional<User> user = verified(visit, old);
    if (user.isEmpty()) {
      return PasswordVerdict.WRONG_PASSWORD;
    }
    PasswordVerdict verdict = judge(user.get().name(), old, fresh);
    return verdict == PasswordVerdict.CHANGED ? replaced(user.get(), fresh) : verdict;
  }

  private PasswordVerdict replaced(User user, char[] fresh) {
    UserChange change =
        store.replace(
            user,
            user.withPassword(PasswordHash.of(fresh, random)),
            new AuditEntry(clock.instant(), user.name(), "user.password_changed", user.name(), ""));
    if (change != UserChange.DONE) {
      return PasswordVerdict.CONFLICT;
    }
    firstAdministrator.passwordChanged(user.name());
    return PasswordVerdict.CHANGED;
  }

  private Optional<User> verified(Visit visit, char[] password) {
    if (throttle.isLocked(visit.name(), visit.address()) || password.length > MAX_LENGTH) {
      return Optional.empty();
    }
    if (!attempts.tryAcquire()) {
      return Optional.empty();
    }
    try {
      return compared(visit, password);
    } finally {
      attempts.release();
    }
  }

  private Optional<User> compared(Visit visit, char[] password) {
    String name = visit.name();
    // No user is called so, and a database refuses to be asked for some of these characters.
    boolean nameable = name.chars().noneMatch(Character::isISOControl);
    Optional<User> user = nameable ? store.user(name) : Optional.empty();
    boolean matches = user.map(User::password).orElse(nobody).matches(password);
    if (!matches || user.filter(User::enabled).isEmpty()) {
      throttle.failed(name, visit.address());
      return Optional.empty();
    }
    throttle.succeeded(name, visit.address());
    return user;
  }

  private static PasswordVerdict judge(String name, char[] old, char[] fresh) {
    if (fresh.length < MIN_LENGTH) {
      return PasswordVerdict.TOO_SHORT;
    }
    if (fresh.length > MAX_LENGTH) {
      return PasswordVerdict.TOO_LONG;
    }
    if (Arrays.equals(old, fresh) || Arrays.equals(name.toCharArray(), fresh)) {
      return PasswordVerdict.SAME;
    }
    return PasswordVerdict.CHANGED;
  }
}
