package io.airouter.boot.configuration;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration is refused; all its errors are here, in the order of the file. */
public class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<ConfigurationError> errors;

  public ConfigurationException(List<ConfigurationError> errors) {
    super(
        errors.stream().map(ConfigurationError::toString).collect(Collectors.joining("\n")),
        null,
        false,
        false);
    this.errors = errors.stream().sorted().toList();
  }

  public List<ConfigurationError> errors() {
    return errors;
  }
}
