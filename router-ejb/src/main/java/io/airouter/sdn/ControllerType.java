package io.airouter.sdn;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The products whose northbound interface the router speaks. */
public enum ControllerType {
  /** The lispflowmapping service of OpenDaylight, over RESTCONF (RFC 8040). */
  OPENDAYLIGHT;

  /** The lower-case word used in configuration, API and database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All words, for people who wrote another. */
  public static List<String> words() {
    return Arrays.stream(values()).map(ControllerType::word).toList();
  }

  /**
   * The type of that word, in any case.
   *
   * @throws IllegalArgumentException for any other word; the message lists those there are
   */
  public static ControllerType ofWord(String word) {
    return Arrays.stream(values())
        .filter(type -> type.word().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown controller type '" + word + "'; allowed: " + words()));
  }
}
