package io.airouter.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How urgent the caller says a query is. */
public enum Priority {
  LOW,
  MEDIUM,
  HIGH;

  /** The lower-case word used in the API and the history. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The priority of that word, in any case; empty for an unknown word. */
  public static Optional<Priority> ofWord(String word) {
    return Arrays.stream(values()).filter(p -> p.word().equalsIgnoreCase(word)).findFirst();
  }
}
