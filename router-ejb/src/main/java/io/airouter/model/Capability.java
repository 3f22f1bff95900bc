package io.airouter.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How well a model does one {@link QueryType}; its score enters the model selection. */
public enum Capability {
  EXCELLENT(1.0),
  GOOD(0.75),
  FAIR(0.5),
  POOR(0.25);

  private final double score;

  Capability(double score) {
    this.score = score;
  }

  /** 0..1, higher is better. */
  public double score() {
    return score;
  }

  /** The lower-case word used in configuration and the API. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The capability of that word, in any case; empty for an unknown word. */
  public static Optional<Capability> ofWord(String word) {
    return Arrays.stream(values()).filter(c -> c.word().equalsIgnoreCase(word)).findFirst();
  }
}
