package io.airouter.boot.configuration;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What reading one configuration has found so far: errors, so that all are told at once. */
final class Findings {
  static final String ENVIRONMENT = "environment";

  private final String file;
  private final Set<ConfigurationError> errors = new LinkedHashSet<>();
  private final List<String> warnings = new ArrayList<>();

  Findings(String file) {
    this.file = file;
  }

  void refuse(int line, String key, String message) {
    errors.add(new ConfigurationError(file, line, key, message));
  }

  void refuseVariable(String variable, String message) {
    errors.add(new ConfigurationError(ENVIRONMENT, 0, variable, message));
  }

  void warn(int line, String key, String message) {
    warnings.add(new ConfigurationError(file, line, key, message).toString());
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** Ends the reading where there is an error. */
  void throwIfAny() {
    if (!errors.isEmpty()) {
      throw new ConfigurationException(List.copyOf(errors));
    }
  }
}
