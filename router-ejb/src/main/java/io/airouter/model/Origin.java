package io.airouter.model;

import java.util.Locale;

/** Who told the router of an endpoint. */
public enum Origin {
  /** The operator, by file, API or UI. */
  CONFIGURED,
  /** The endpoint itself, by LISP Map-Register. */
  REGISTERED,
  /** An SDN controller. */
  IMPORTED;

  /** The lower-case word used in the API. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
