package io.airouter.model;

import java.util.Locale;

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
}
