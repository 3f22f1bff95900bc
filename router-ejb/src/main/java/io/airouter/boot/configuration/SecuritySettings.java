package io.airouter.boot.configuration;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Who may ask.
 *
 * @param corsOrigins origins whose pages may call the API; empty for none
 * @param jwtSecret signs tokens; empty: one is made on first start and kept
 * @param requireApiKey whether the data path asks callers on loopback for a key too
 */
public record SecuritySettings(
    List<String> corsOrigins,
    Optional<Secret> jwtSecret,
    boolean requireApiKey,
    Duration tokenLifetime) {
  public SecuritySettings {
    corsOrigins = List.copyOf(corsOrigins);
    Objects.requireNonNull(jwtSecret);
    Objects.requireNonNull(tokenLifetime);
  }
}
