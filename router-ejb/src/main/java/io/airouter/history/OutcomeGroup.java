package io.airouter.history;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How queries ended, as one looks for them: the outcomes of the history, and two groups. */
public enum OutcomeGroup {
  /** Those the router could not serve: {@code no_endpoint} and {@code upstream_error}. */
  FAILED,
  OK,
  /** Answered, but not by the first endpoint that was called. */
  FELL_BACK,
  NO_ENDPOINT,
  UPSTREAM_ERROR,
  REJECTED,
  CLIENT_GONE,
  DRY_RUN;

  /** The lower-case word of the API and of URLs; that of a single outcome is the history's. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The group of that word; empty for an unknown one. */
  public static Optional<OutcomeGroup> ofWord(String word) {
    return Arrays.stream(values()).filter(g -> g.word().equals(word)).findFirst();
  }
}
