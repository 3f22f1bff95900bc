package io.airouter.boot;

import io.airouter.query.CredentialSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The endpoints' secrets in memory, opened once at start, so that a call of an endpoint never waits
 * for the database.
 */
final class HeldCredentials implements CredentialSource {
  private volatile Map<String, String> secrets = Map.of();

  synchronized void hold(Map<String, String> opened) {
    secrets = Map.copyOf(opened);
  }

  /** Holds that secret from now on; none for a name without one. */
  synchronized void hold(String name, Optional<String> secret) {
    Map<String, String> next = new HashMap<>(secrets);
    next.remove(name);
    secret.ifPresent(s -> next.put(name, s));
    secrets = Map.copyOf(next);
  }

  @Override
  public Optional<String> secret(String name) {
    return Optional.ofNullable(secrets.get(name));
  }
}
