package io.airouter.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a user or key may do; each role may do all that the ones before it may. */
public enum Role {
  /** Reads everything but secrets. */
  VIEWER,
  /** Changes models, endpoints, policies, sites and alert rules. */
  OPERATOR,
  /** Also users, keys, controllers and log levels. */
  ADMIN;

  /** The lower-case word used in tokens, annotations and the API. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }

  /** The role of that word, in any case; empty for an unknown word. */
  public static Optional<Role> ofWord(String word) {
    return Arrays.stream(values()).filter(r -> r.word().equalsIgnoreCase(word)).findFirst();
  }
}
