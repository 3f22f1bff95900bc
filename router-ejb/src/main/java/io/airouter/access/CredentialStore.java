package io.airouter.access;

import java.util.Optional;
import java.util.SortedSet;

/** The secrets endpoints are called with, by name; kept encrypted. */
public interface CredentialStore {
  Optional<String> secret(String name);

  SortedSet<String> names();

  void save(String name, String secret);

  void remove(String name);
}
