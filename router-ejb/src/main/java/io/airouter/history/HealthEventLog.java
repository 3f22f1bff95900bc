package io.airouter.history;

/**
 * Takes changes of endpoints' standing off the thread that makes them: never blocks, never throws;
 * what it must drop it counts.
 */
public interface HealthEventLog {
  void append(HealthEvent event);

  /** Events waiting, written and dropped since start. */
  HistoryLog.Standing standing();
}
