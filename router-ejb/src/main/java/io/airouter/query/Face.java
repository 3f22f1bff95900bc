package io.airouter.query;

import java.util.Locale;

/** The outside face a query came in by. */
public enum Face {
  /** {@code POST /route}. */
  ROUTE,
  /** The gateway's chat paths below {@code /v1}. */
  CHAT,
  /** The Query page. */
  UI;

  /** The lower-case word used in the API and the history. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
