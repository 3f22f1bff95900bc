package io.airouter.history;

/**
 * How long recent calls took.
 *
 * @param calls how many were looked at
 * @param p95Millis the time that 95 of 100 kept within
 */
public record Latency(long calls, double p95Millis) {
  public static final Latency NONE = new Latency(0, 0);
}
