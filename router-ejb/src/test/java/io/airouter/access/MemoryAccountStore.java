package io.airouter.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/** Accounts that are gone with the test. */
final class MemoryAccountStore implements AccountStore {
  private final SortedMap<String, User> users = new TreeMap<>();
  private final SortedMap<String, ApiKey> keys = new TreeMap<>();
  private final List<AuditEntry> audit = new ArrayList<>();

  private final Semaphore asked = new Semaphore(0);
  private final List<String> names = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch held = new CountDownLatch(0);

  /** Lets nobody be found before the latch opens. */
  CountDownLatch hold() {
    held = new CountDownLatch(1);
    asked.drainPermits();
    return held;
  }

  void awaitAsked(int times) throws InterruptedException {
    asked.acquire(times);
  }

  /** The names that were looked up. */
  List<String> asked() {
    return List.copyOf(names);
  }

  @Override
  public Optional<User> user(String name) {
    names.add(name);
    asked.release();
    try {
      held.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return Optional.ofNullable(users.get(name));
  }

  @Override
  public List<User> users() {
    return List.copyOf(users.values());
  }

  @Override
  public boolean add(User user, AuditEntry entry) {
    if (users.putIfAbsent(user.name(), user) != null) {
      return false;
    }
    audit.add(entry);
    return true;
  }

  @Override
  public UserChange replace(User before, User after, AuditEntry entry) {
    UserChange verdict = verdict(before, after.isAdministrator());
    if (verdict == UserChange.DONE) {
      users.put(after.name(), after);
      audit.add(entry);
    }
    return verdict;
  }

  @Override
  public UserChange remove(User before, AuditEntry entry) {
    UserChange verdict = verdict(before, false);
    if (verdict == UserChange.DONE) {
      users.remove(before.name());
      audit.add(entry);
    }
    return verdict;
  }

  private UserChange verdict(User before, boolean staysAdministrator) {
    if (!before.equals(users.get(before.name()))) {
      return UserChange.CONFLICT;
    }
    boolean othersRemain =
        users.values().stream()
            .anyMatch(u -> u.isAdministrator() && !u.name().equals(before.name()));
    return before.isAdministrator() && !staysAdministrator && !othersRemain
        ? UserChange.LAST_ADMINISTRATOR
        : UserChange.DONE;
  }

  @Override
  public void used(Map<String, Instant> lastUses) {
    lastUses.forEach((id, at) -> keys.computeIfPresent(id, (same, key) -> key.usedAt(at)));
  }

  @Override
  public List<ApiKey> keys() {
    return List.copyOf(keys.values());
  }

  @Override
  public void save(ApiKey key, AuditEntry entry) {
    keys.put(key.id(), key);
    audit.add(entry);
  }

  List<String> actions() {
    return audit.stream().map(AuditEntry::action).toList();
  }
}
