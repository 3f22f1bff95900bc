package io.airouter.history;

/** Takes entries off the request path: never blocks, never throws; what it must drop it counts. */
public interface HistoryLog {
  void append(HistoryEntry entry);

  /** Entries waiting, written and dropped since start. */
  Standing standing();

  /** How the log is doing. */
  record Standing(long waiting, long written, long dropped) {}
}
