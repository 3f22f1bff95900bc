package io.airouter.model;

import java.util.Objects;

/**
 * The state machine behind an endpoint's health: fed with one check's outcome after another, it
 * holds the verdict and how many checks in a row speak against it. An unknown endpoint passes with
 * its first good check, because nobody waits twice for a newcomer. Immutable.
 */
public record HealthTrack(HealthState state, int successes, int failures) {
  public static final HealthTrack START = new HealthTrack(HealthState.UNKNOWN, 0, 0);

  public HealthTrack {
    Objects.requireNonNull(state);
    if (successes < 0 || failures < 0 || (successes > 0 && failures > 0)) {
      throw new IllegalArgumentException("a row is of successes or of failures");
    }
  }

  /** The track after one more check. */
  public HealthTrack after(boolean passed, HealthThresholds thresholds) {
    return passed ? afterSuccess(thresholds.rise()) : afterFailure(thresholds.fall());
  }

  private HealthTrack afterSuccess(int rise) {
    int row = Math.min(successes + 1, rise);
    boolean good = state != HealthState.CRITICAL || row >= rise;
    return new HealthTrack(good ? HealthState.PASSING : state, row, 0);
  }

  private HealthTrack afterFailure(int fall) {
    int row = Math.min(failures + 1, fall);
    return new HealthTrack(row >= fall ? HealthState.CRITICAL : state, 0, row);
  }
}
