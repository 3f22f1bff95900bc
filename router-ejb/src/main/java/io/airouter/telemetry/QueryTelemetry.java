package io.airouter.telemetry;

import io.airouter.history.HistoryEntry;
import io.airouter.history.HistoryLog;
import io.airouter.history.QueryMeter;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Sees each history entry on its way to the log: counts it, publishes it as metrics, writes its
 * line, and hands it on. Fits wherever a {@link HistoryLog} does.
 */
public final class QueryTelemetry implements HistoryLog {
  private final HistoryLog next;
  private final QueryMeter meter;
  private final QueryMetrics metrics;
  private final Consumer<HistoryEntry> window;
  private final QueryLogLine line = new QueryLogLine();

  /**
   * Counts in all of these.
   *
   * @param window counts what alerts are about
   */
  public QueryTelemetry(
      HistoryLog next, QueryMeter meter, QueryMetrics metrics, Consumer<HistoryEntry> window) {
    this.next = Objects.requireNonNull(next);
    this.meter = Objects.requireNonNull(meter);
    this.metrics = Objects.requireNonNull(metrics);
    this.window = Objects.requireNonNull(window);
  }

  @Override
  public void append(HistoryEntry entry) {
    meter.count(entry);
    metrics.record(entry);
    window.accept(entry);
    line.write(entry);
    next.append(entry);
  }

  @Override
  public Standing standing() {
    return next.standing();
  }
}
