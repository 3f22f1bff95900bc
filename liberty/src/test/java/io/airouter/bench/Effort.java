package io.airouter.bench;

import java.time.Duration;

/**
 * How long and how often each load runs.
 *
 * @param warmUp of each load before anything is measured
 * @param run one measured run
 * @param rounds runs of each load, of which the median is shown
 */
record Effort(Duration warmUp, Duration run, int rounds) {

  /** Enough for the compiler to be done, and for a clock of 10 ms ticks to err by less than 1 %. */
  static final Effort USUAL = new Effort(Duration.ofSeconds(12), Duration.ofSeconds(2), 3);
}
