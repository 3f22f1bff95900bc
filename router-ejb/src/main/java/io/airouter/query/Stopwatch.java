package io.airouter.query;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Times the steps of one query by a monotonic clock; a step that is taken again, as in a fallback,
 * adds up. Confined to one thread.
 */
final class Stopwatch {
  static final String ANALYSIS = "analysis";
  static final String SELECTION = "selection";
  static final String LISP = "lisp";
  static final String DNS = "dns";
  static final String ENDPOINT = "endpoint";
  static final String UPSTREAM = "upstream";

  private final LongSupplier nanoTime;
  private final long start;
  private final Map<String, Duration> steps = new LinkedHashMap<>();

  Stopwatch(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  <T> T time(String step, Supplier<T> work) {
    long begun = nanoTime.getAsLong();
    T result = work.get();
    add(step, Duration.ofNanos(nanoTime.getAsLong() - begun));
    return result;
  }

  void add(String step, Duration duration) {
    steps.merge(step, duration, Duration::plus);
  }

  /** Since the stopwatch was made. */
  Duration elapsed() {
    return Duration.ofNanos(nanoTime.getAsLong() - start);
  }

  List<StepTime> steps() {
    return steps.entrySet().stream().map(e -> new StepTime(e.getKey(), e.getValue())).toList();
  }
}
