package io.airouter.boot;

import io.airouter.query.CredentialSource;
import java.util.Map;
import java.util.Optional;

/**
 * The endpoints' secrets in memory, opened once at start, so that a call of an endpoint never waits
 * for the database.
 */
final class HeldCredentials implements CredentialSource {
  private volatile Map<String, String> secrets = Map.of();

  void hold(Map<String, String> opened) {
    secrets = Map.copyOf(opened);
  }

  @Override
  public Optional<String> secret(String name) {
    return Optional.ofNullable(secrets.get(name));
  }
}
