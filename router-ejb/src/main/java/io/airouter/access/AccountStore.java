package io.airouter.access;

import java.util.List;
import java.util.Optional;

/**
 * Where users and API keys are kept. Each change is durable, together with its audit entry, when
 * the call returns; it runs in the caller's transaction where there is one.
 */
public interface AccountStore {
  Optional<User> user(String name);

  /** Sorted by name. */
  List<User> users();

  void save(User user, AuditEntry audit);

  /** All keys, revoked and expired ones too, newest first. */
  List<ApiKey> keys();

  void save(ApiKey key, AuditEntry audit);
}
