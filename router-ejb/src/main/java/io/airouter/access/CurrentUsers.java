package io.airouter.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The users in memory, so that a session or a token is held against what is true now, on each
 * request and without the database: a removed user, another role or another password count at once.
 * Filled at start and after each change. Safe for many threads.
 */
public final class CurrentUsers {
  private static final Duration NEW = Duration.ofSeconds(10);

  private final Map<String, User> byName = new ConcurrentHashMap<>();

  /**
   * Knows these users from now on, and others only where they are so new that they may have been
   * made since the list was read.
   *
   * @param asOf when the list was read
   */
  public void load(Collection<User> users, Instant asOf) {
    users.forEach(this::put);
    Set<String> names = users.stream().map(User::name).collect(Collectors.toSet());
    byName
        .values()
        .removeIf(u -> !names.contains(u.name()) && u.createdAt().isBefore(asOf.minus(NEW)));
  }

  /** Knows a user's new state, unless a newer one is known already. */
  public void put(User user) {
    byName.merge(user.name(), user, (known, given) -> isNewer(given, known) ? given : known);
  }

  /** A name that was removed and given again starts counting anew. */
  private static boolean isNewer(User given, User known) {
    return given.version() >= known.version() || given.createdAt().isAfter(known.createdAt());
  }

  public void remove(String name) {
    byName.remove(name);
  }

  /**
   * What somebody who once signed in may do now; empty where they were removed or disabled since,
   * or where the password they signed in with is no longer theirs.
   */
  public Optional<SignedIn> current(SignedIn once) {
    return Optional.ofNullable(byName.get(once.name()))
        .filter(User::enabled)
        .map(User::signedIn)
        .filter(now -> now.passwordMark().equals(once.passwordMark()));
  }
}
