package io.airouter.model;

import java.util.Locale;

/** What the checks say of an endpoint. */
public enum HealthState {
  /** Never checked: not answered and not called until the first check passes. */
  UNKNOWN,
  PASSING,
  /** Reachable but impaired: used, at reduced weight where that can be said. */
  WARNING,
  /** Failed its checks: in no answer, called by nobody. */
  CRITICAL;

  /** The lower-case word used in the API. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
