package io.airouter.model;

import java.time.Instant;
import java.util.Objects;

/** An endpoint's health: the state, since when, and what the last check saw, for people. */
public record Health(HealthState state, Instant since, String reason) {
  public static final Health UNKNOWN =
      new Health(HealthState.UNKNOWN, Instant.EPOCH, "not checked yet");

  public Health {
    Objects.requireNonNull(state);
    Objects.requireNonNull(since);
    Objects.requireNonNull(reason);
  }
}
