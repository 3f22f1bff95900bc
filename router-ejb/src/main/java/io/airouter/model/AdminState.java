package io.airouter.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the operator wants of an endpoint. */
public enum AdminState {
  /** In use. */
  ACTIVE,
  /** Finishes what it has, gets nothing new. */
  DRAINING,
  /** Out of use; not checked, not counted as failed. */
  MAINTENANCE;

  /** The lower-case word used in the API. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of that word, in any case; empty for an unknown word. */
  public static Optional<AdminState> ofWord(String word) {
    return Arrays.stream(values()).filter(s -> s.word().equalsIgnoreCase(word)).findFirst();
  }
}
