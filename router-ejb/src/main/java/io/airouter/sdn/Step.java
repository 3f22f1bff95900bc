package io.airouter.sdn;

import java.util.Locale;

/** What is to be done about a row. */
public enum Step {
  CREATE,
  REPLACE,
  DELETE,
  /** It is as wanted. */
  KEEP,
  /** It is not as wanted, and yet not touched: not ours, fought over, or refused before. */
  LEAVE;

  /** Whether something is written. */
  public boolean isWrite() {
    return this == CREATE || this == REPLACE || this == DELETE;
  }

  /** The lower-case word used in API and pages. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
