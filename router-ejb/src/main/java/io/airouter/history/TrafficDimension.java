package io.airouter.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what traffic is told apart. */
public enum TrafficDimension {
  MODEL,
  /** The one called last. */
  ENDPOINT,
  CLASS;

  /** The lower-case word of the API, of URLs and of the History page's filter. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The dimension of that word; empty for an unknown one. */
  public static Optional<TrafficDimension> ofWord(String word) {
    return Arrays.stream(values()).filter(d -> d.word().equals(word)).findFirst();
  }
}
