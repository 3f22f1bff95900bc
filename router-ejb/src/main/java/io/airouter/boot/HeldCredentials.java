package io.airouter.boot;

import io.airouter.access.CredentialHolder;
import io.airouter.access.EndpointSecret;
import io.airouter.query.CredentialSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The endpoints' secrets in memory, opened at start and held anew as they are set, so that a call
 * of an endpoint never waits for the database.
 */
final class HeldCredentials implements CredentialSource, CredentialHolder {
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
  public synchronized void hold(EndpointSecret secret) {
    Map<String, String> next = new HashMap<>(secrets);
    next.put(secret.name(), secret.value());
    secrets = Map.copyOf(next);
  }

  @Override
  public SortedSet<String> names() {
    return new TreeSet<>(secrets.keySet());
  }

  @Override
  public Optional<String> secret(String name) {
    return Optional.ofNullable(secrets.get(name));
  }
}
