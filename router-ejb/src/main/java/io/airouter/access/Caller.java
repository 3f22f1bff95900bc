package io.airouter.access;

import java.util.Objects;
import java.util.Optional;

/**
 * Who asks on the data path.
 *
 * @param name for logs and history: the key's name, the user's, or {@code anonymous}
 * @param keyId the API key used, where one was
 */
public record Caller(String name, Optional<String> keyId) {
  /** A caller without a key, as development mode admits on loopback. */
  public static final Caller ANONYMOUS = new Caller("anonymous", Optional.empty());

  public Caller {
    Objects.requireNonNull(name);
    Objects.requireNonNull(keyId);
  }
}
