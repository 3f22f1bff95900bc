package io.airouter.alert;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a rule may watch: a closed list. */
public enum Metric {
  CPU_PERCENT("%", "Processor time in use, of all cores of the host"),
  ROUTER_CPU_PERCENT("%", "Processor time the router uses, of all cores of the host"),
  MEMORY_PERCENT("%", "Memory of the host in use"),
  HEAP_PERCENT("%", "The router's heap in use, garbage included"),
  DISK_PERCENT("%", "Disk in use, where ROUTER_DATA is"),
  GC_PERCENT("%", "Time the garbage collector took"),
  THREADS("threads", "Platform threads of the router"),
  ERROR_RATE_PERCENT("%", "Queries the router could not serve, of those of the last minute"),
  AVERAGE_RESPONSE_SECONDS("s", "Mean time until an answer was complete, in the last minute"),
  REQUESTS_PER_MINUTE("requests", "Queries in the last minute, dry runs left out"),
  MODEL_LOAD_PERCENT("%", "A model's load, of its requests-a-minute limit or its endpoints"),
  ENDPOINTS_DOWN("endpoints", "A model's endpoints that should serve and do not"),
  DATABASE_DOWN("1 or 0", "1 while PostgreSQL does not answer"),
  HISTORY_DROPPED(
      "rows", "History rows lost in the last minute, as the database was away too long"),
  HISTORY_WAITING("rows", "History rows that wait to be written");

  private final String unit;
  private final String description;

  Metric(String unit, String description) {
    this.unit = unit;
    this.description = description;
  }

  /** The lower-case word used in the API and the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String unit() {
    return unit;
  }

  public String description() {
    return description;
  }

  /** The metric of that word; empty for an unknown one. */
  public static Optional<Metric> ofWord(String word) {
    return Arrays.stream(values()).filter(metric -> metric.word().equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(Metric::word).toList();
  }
}
