package io.airouter.history;

import io.airouter.model.AdminState;
import io.airouter.model.Endpoint;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How an endpoint stands, in one word: what the operator wants of it where that is not simply to be
 * in use, else what the checks say.
 */
public enum EndpointStanding {
  /** There is no such endpoint, or no router that looked. */
  ABSENT,
  UNKNOWN,
  PASSING,
  WARNING,
  CRITICAL,
  DRAINING,
  MAINTENANCE;

  public static EndpointStanding of(Endpoint endpoint) {
    if (endpoint.adminState() != AdminState.ACTIVE) {
      return valueOf(endpoint.adminState().name());
    }
    return valueOf(endpoint.health().state().name());
  }

  /** Whether queries may go there. */
  public boolean isUp() {
    return this == PASSING || this == WARNING;
  }

  /** Whether it failed, as against being out by intent or not known. */
  public boolean isDown() {
    return this == CRITICAL;
  }

  /** The lower-case word used in the database and the API. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The standing of that word; empty for an unknown word. */
  public static Optional<EndpointStanding> ofWord(String word) {
    return Arrays.stream(values()).filter(s -> s.word().equals(word)).findFirst();
  }
}
