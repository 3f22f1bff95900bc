package io.airouter.boot.configuration;

import java.util.Optional;

/**
 * One thing that can be configured: the only place that knows its path, type, default and variable.
 *
 * @param path with {@code <…>} for a name the operator chooses and {@code []} for each of a list;
 *     empty where only the environment says it
 * @param defaultText the default as it would be written, or in words where {@code hasDefault} is
 *     false
 * @param variable that wins over the file; empty for none
 */
record Key<T>(
    String path, ValueType<T> type, String defaultText, boolean hasDefault, String variable) {

  static <T> Key<T> of(String path, ValueType<T> type, String defaultText) {
    return new Key<>(path, type, defaultText, true, "");
  }

  /** A key whose absence means what {@code words} say. */
  static <T> Key<T> optional(String path, ValueType<T> type, String words) {
    return new Key<>(path, type, words, false, "");
  }

  Key<T> orVariable(String name) {
    return new Key<>(path, type, defaultText, hasDefault, name);
  }

  String name() {
    return path.substring(path.lastIndexOf('.') + 1).replace("[]", "");
  }

  /** The default's value; only where there is one. */
  Optional<T> fallback() {
    return hasDefault ? Optional.of(type.parser().apply(defaultText)) : Optional.empty();
  }
}
