package io.airouter.boot.configuration;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;

/** Reads texts of the tests as if each were router.yaml. */
final class Yaml {
  private Yaml() {}

  static RouterConfiguration read(String text) {
    return read(text, Map.of());
  }

  static RouterConfiguration read(String text, Map<String, String> environment) {
    return ConfigurationLoader.read("router.yaml", text, environment);
  }

  /** The lines of the refusal. */
  static List<String> errors(String text) {
    return errors(text, Map.of());
  }

  static List<String> errors(String text, Map<String, String> environment) {
    ConfigurationException refusal =
        catchThrowableOfType(ConfigurationException.class, () -> read(text, environment));
    return refusal.errors().stream().map(ConfigurationError::toString).toList();
  }
}
