package io.airouter.boot.configuration;

import java.util.HashMap;
import java.util.Map;

/** The secrets endpoints are called with, by name: those of the section, and the models' own. */
final class Credentials {
  private final Map<String, Secret> secrets = new HashMap<>();

  static Credentials of(Section root) {
    Credentials credentials = new Credentials();
    root.section("credentials")
        .inOrder()
        .forEach(
            named ->
                named
                    .getValue()
                    .value(CatalogueKeys.CREDENTIALS.type())
                    .ifPresent(secret -> credentials.secrets.put(named.getKey(), secret)));
    return credentials;
  }

  private Credentials() {}

  /** Adds a model's own secret and returns the name it is stored by. */
  String add(String name, Secret secret) {
    secrets.put(name, secret);
    return name;
  }

  boolean has(String name) {
    return secrets.containsKey(name);
  }

  Map<String, Secret> secrets() {
    return Map.copyOf(secrets);
  }
}
