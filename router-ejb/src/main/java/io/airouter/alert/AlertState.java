package io.airouter.alert;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How far an alert is. */
public enum AlertState {
  /** The comparison holds, but not yet for long enough. */
  PENDING,
  /** A person should look. */
  FIRING,
  /** It fired, and is over. */
  RESOLVED,
  /** It was pending and ended before it fired: as if it had never been. */
  WITHDRAWN;

  /** The lower-case word used in the API and the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isOpen() {
    return this == PENDING || this == FIRING;
  }

  public static Optional<AlertState> ofWord(String word) {
    return Arrays.stream(values()).filter(s -> s.word().equals(word)).findFirst();
  }

  /** Those that are kept and can be asked for. */
  public static List<String> words() {
    return List.of(PENDING.word(), FIRING.word(), RESOLVED.word());
  }
}
