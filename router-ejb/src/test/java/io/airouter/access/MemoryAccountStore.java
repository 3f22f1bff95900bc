package io.airouter.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Accounts that are gone with the test. */
final class MemoryAccountStore implements AccountStore {
  private final SortedMap<String, User> users = new TreeMap<>();
  private final SortedMap<String, ApiKey> keys = new TreeMap<>();
  private final List<AuditEntry> audit = new ArrayList<>();

  @Override
  public Optional<User> user(String name) {
    return Optional.ofNullable(users.get(name));
  }

  @Override
  public List<User> users() {
    return List.copyOf(users.values());
  }

  @Override
  public void save(User user, AuditEntry entry) {
    users.put(user.name(), user);
    audit.add(entry);
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
