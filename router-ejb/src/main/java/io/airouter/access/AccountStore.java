package io.airouter.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where users and API keys are kept. Each change is durable, together with its audit entry, when
 * the call returns; it runs in the caller's transaction where there is one.
 */
public interface AccountStore {
  Optional<User> user(String name);

  /** Sorted by name. */
  List<User> users();

  /** Adds a user; false, and nothing kept, where there is one of that name. */
  boolean add(User user, AuditEntry audit);

  /** Puts one state of a user in the place of another, if that is still the one that is kept. */
  UserChange replace(User before, User after, AuditEntry audit);

  /** Removes a user, if they are still as given. */
  UserChange remove(User before, AuditEntry audit);

  /** All keys, revoked and expired ones too, newest first. */
  List<ApiKey> keys();

  void save(ApiKey key, AuditEntry audit);

  /** Notes when keys were last used, by their ids; an earlier use than the known one is no news. */
  void used(Map<String, Instant> lastUses);
}
