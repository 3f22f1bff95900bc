package io.airouter.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of work a query asks for; a model has a {@link Capability} for each. */
public enum QueryType {
  SIMPLE_QA,
  COMPLEX_REASONING,
  CODE_GENERATION,
  CREATIVE_WRITING,
  DATA_ANALYSIS,
  SUMMARIZATION,
  TRANSLATION,
  MATH_COMPUTATION,
  GENERAL;

  /** The lower-case word used in configuration, the API and the history. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type of that word, in any case; empty for an unknown word. */
  public static Optional<QueryType> ofWord(String word) {
    return Arrays.stream(values()).filter(t -> t.word().equalsIgnoreCase(word)).findFirst();
  }
}
