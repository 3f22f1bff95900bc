package io.airouter.model;

/**
 * How many checks in a row turn a verdict, so that one lost packet does not move traffic.
 *
 * @param rise passed checks that bring a critical endpoint back
 * @param fall failed checks that take an endpoint out
 */
public record HealthThresholds(int rise, int fall) {
  public static final HealthThresholds DEFAULT = new HealthThresholds(2, 3);

  public HealthThresholds {
    if (rise < 1 || fall < 1) {
      throw new IllegalArgumentException("rise and fall are at least 1");
    }
  }
}
