package io.airouter.mapserver;

import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.LispAddress;
import io.airouter.lisp.Locator;
import io.airouter.mapping.Mapping;
import io.airouter.mapping.MappingOrigin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The registrations that are valid now, in memory, and when each runs out. A refresh only moves a
 * registration's end; the queue of deadlines learns of that when the old one comes up. Guarded by
 * its owner's lock.
 */
final class RegistrationLedger {
  /** When to ask again about a registration that cannot be known to have run out. */
  private static final Duration LATER = Duration.ofSeconds(5);

  private final Map<EidPrefix, SequencedMap<String, Registration>> byEid = new HashMap<>();
  private final Queue<Deadline> deadlines =
      new PriorityQueue<>(Comparator.comparing(Deadline::expiresAt));
  private final Set<RegistrationKey> refreshedUnwritten = new LinkedHashSet<>();
  private final Set<RegistrationKey> expiredUnwritten = new LinkedHashSet<>();
  private final Set<RegistrationKey> revokedUnwritten = new LinkedHashSet<>();

  /** Those of which another node heard last. */
  private final Set<RegistrationKey> elsewhere = new HashSet<>();

  private boolean isCutOff;

  private record Deadline(Instant expiresAt, RegistrationKey key) {}

  Optional<Registration> find(RegistrationKey key) {
    return Optional.ofNullable(registrants(key.eid()).get(owner(key)));
  }

  Collection<Registration> of(EidPrefix eid) {
    return List.copyOf(registrants(eid).values());
  }

  List<Registration> all() {
    return byEid.values().stream().flatMap(registrants -> registrants.values().stream()).toList();
  }

  /** Adds the registration or replaces the one of its key. */
  void put(Registration registration) {
    RegistrationKey key = registration.key();
    boolean isDueSooner =
        find(key).map(old -> registration.expiresAt().isBefore(old.expiresAt())).orElse(true);
    if (isDueSooner) {
      deadlines.add(new Deadline(registration.expiresAt(), key));
    }
    byEid.computeIfAbsent(key.eid(), eid -> new LinkedHashMap<>()).put(owner(key), registration);
    expiredUnwritten.remove(key);
    revokedUnwritten.remove(key);
    elsewhere.remove(key);
  }

  /** Puts a registration that says what it said before. */
  void refresh(Registration registration) {
    put(registration);
    refreshedUnwritten.add(registration.key());
  }

  void remove(RegistrationKey key) {
    SequencedMap<String, Registration> registrants = registrants(key.eid());
    registrants.remove(owner(key));
    if (registrants.isEmpty()) {
      byEid.remove(key.eid());
    }
    refreshedUnwritten.remove(key);
    elsewhere.remove(key);
  }

  /** Removes a registration that may no longer stand; the store hears of it later. */
  void revoke(RegistrationKey key) {
    remove(key);
    revokedUnwritten.add(key);
  }

  /**
   * Takes up what the store says. A registration that says the same here and there is valid as long
   * as the later of the two.
   *
   * @return the EID-Prefixes of which something else is registered now
   */
  Set<EidPrefix> adopt(StoreView view, Predicate<RegistrationKey> isAllowed, Instant now) {
    Set<EidPrefix> touched = new LinkedHashSet<>();
    List<Registration> valid =
        view.kept().stream()
            .filter(kept -> kept.expiresAt().isAfter(now) && isAllowed.test(kept.key()))
            .toList();
    for (Registration kept : valid) {
      Optional<Registration> known = find(kept.key()).filter(kept::saysTheSameAs);
      if (known.isEmpty()) {
        touched.add(kept.eid());
      }
      if (known.isEmpty() || known.get().expiresAt().isBefore(kept.expiresAt())) {
        put(kept);
        elsewhere.add(kept.key());
      }
    }
    Set<RegistrationKey> present =
        valid.stream().map(Registration::key).collect(Collectors.toSet());
    view.whole().stream()
        .flatMap(eid -> of(eid).stream())
        .map(Registration::key)
        .filter(key -> !present.contains(key))
        .toList()
        .forEach(
            key -> {
              remove(key);
              touched.add(key.eid());
            });
    return touched;
  }

  /** Whether other nodes cannot be heard, so that what they refresh must not seem to run out. */
  void cutOff(boolean cutOff) {
    isCutOff = cutOff;
  }

  /** Removes a registration of which the store hears later. */
  void expire(RegistrationKey key) {
    remove(key);
    expiredUnwritten.add(key);
  }

  /** Removes what has run out by {@code now}. */
  List<RegistrationKey> expire(Instant now) {
    List<RegistrationKey> expired = new ArrayList<>();
    while (!deadlines.isEmpty() && !deadlines.peek().expiresAt().isAfter(now)) {
      RegistrationKey key = deadlines.remove().key();
      Optional<Registration> due = find(key);
      if (due.isPresent() && due.get().expiresAt().isAfter(now)) {
        deadlines.add(new Deadline(due.get().expiresAt(), key));
      } else if (due.isPresent() && isCutOff && elsewhere.contains(key)) {
        deadlines.add(new Deadline(now.plus(LATER), key));
      } else if (due.isPresent()) {
        expire(key);
        expired.add(key);
      }
    }
    return expired;
  }

  /** The Locators of all xTRs together: of one RLOC named twice, what was said last holds. */
  Optional<Mapping> mapping(EidPrefix eid) {
    Collection<Registration> registrations = of(eid);
    if (registrations.isEmpty()) {
      return Optional.empty();
    }
    Map<LispAddress, Locator> locators = new TreeMap<>();
    registrations.stream()
        .sorted(Comparator.comparing(Registration::registeredAt))
        .flatMap(registration -> registration.locators().stream())
        .forEach(locator -> locators.put(locator.rloc(), locator));
    long ttl = registrations.stream().mapToLong(Registration::ttlMinutes).min().orElseThrow();
    Instant since =
        registrations.stream()
            .map(Registration::registeredAt)
            .max(Comparator.naturalOrder())
            .orElseThrow();
    List<Locator> merged = List.copyOf(locators.values());
    return Optional.of(new Mapping(eid, merged, MappingOrigin.REGISTERED, ttl, since));
  }

  /** What refreshes moved since this was last taken. */
  List<Registration> takeRefreshed() {
    List<Registration> taken =
        refreshedUnwritten.stream().flatMap(key -> find(key).stream()).toList();
    refreshedUnwritten.clear();
    return taken;
  }

  List<RegistrationKey> takeExpired() {
    List<RegistrationKey> taken = List.copyOf(expiredUnwritten);
    expiredUnwritten.clear();
    return taken;
  }

  List<RegistrationKey> takeRevoked() {
    List<RegistrationKey> taken = List.copyOf(revokedUnwritten);
    revokedUnwritten.clear();
    return taken;
  }

  void giveBackRevoked(List<RegistrationKey> revoked) {
    revoked.stream().filter(key -> find(key).isEmpty()).forEach(revokedUnwritten::add);
  }

  void giveBack(List<Registration> refreshed, List<RegistrationKey> expired) {
    refreshed.stream()
        .map(Registration::key)
        .filter(key -> find(key).isPresent())
        .forEach(refreshedUnwritten::add);
    expired.stream().filter(key -> find(key).isEmpty()).forEach(expiredUnwritten::add);
  }

  private SequencedMap<String, Registration> registrants(EidPrefix eid) {
    return byEid.getOrDefault(eid, new LinkedHashMap<>());
  }

  private static String owner(RegistrationKey key) {
    return key.site() + " " + key.registrant();
  }
}
