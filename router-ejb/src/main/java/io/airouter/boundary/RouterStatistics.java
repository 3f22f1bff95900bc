package io.airouter.boundary;

import io.airouter.history.QueryStatistics;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All figures since start, one part a plane. The counters of LISP and DNS are named as the engines
 * name them.
 */
public record RouterStatistics(
    SortedMap<String, Long> lisp,
    SortedMap<String, Long> dns,
    QueryStatistics llm,
    SystemStatistics system) {
  public RouterStatistics {
    lisp = new TreeMap<>(lisp);
    dns = new TreeMap<>(dns);
  }

  static SortedMap<String, Long> sorted(Map<String, Long> counters) {
    return new TreeMap<>(counters);
  }

  /**
   * The process.
   *
   * @param cpuLoad 0..1 of all cores, recently
   */
  public record SystemStatistics(
      Duration uptime,
      long heapUsedBytes,
      long heapMaxBytes,
      double cpuLoad,
      int threads,
      long tableVersion,
      long historyWaiting,
      long historyWritten,
      long historyDropped) {}
}
