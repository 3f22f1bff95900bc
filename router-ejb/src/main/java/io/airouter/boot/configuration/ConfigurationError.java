package io.airouter.boot.configuration;

import java.util.Objects;

/**
 * One reason not to start.
 *
 * @param file the file's name, or {@code environment}
 * @param line from 1; 0 where there are no lines
 * @param key the path of the key, such as {@code models.gpt-4.weight}; empty for the whole file
 * @param message what is wrong and what is allowed; never a secret's value
 */
public record ConfigurationError(String file, int line, String key, String message)
    implements Comparable<ConfigurationError> {
  public ConfigurationError {
    Objects.requireNonNull(file);
    Objects.requireNonNull(key);
    Objects.requireNonNull(message);
  }

  @Override
  public int compareTo(ConfigurationError other) {
    return Integer.compare(line, other.line);
  }

  @Override
  public String toString() {
    String place = line > 0 ? file + ":" + line : file;
    return place + ": " + (key.isEmpty() ? "" : key + ": ") + message;
  }
}
