package io.airouter.sdn;

import java.util.Locale;

/** How a row at a controller stands to what the router wants there. */
public enum Drift {
  /** As wanted. */
  IN_SYNC,
  /** Wanted and not there. */
  MISSING,
  /** Ours, and not as the router left it: somebody else wrote. */
  ALTERED,
  /** Somebody else's. */
  FOREIGN,
  /** As the router left it, and since then something else is wanted. */
  STALE;

  /** The lower-case word used in API and pages. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
