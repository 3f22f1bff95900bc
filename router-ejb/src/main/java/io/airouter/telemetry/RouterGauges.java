package io.airouter.telemetry;

import io.airouter.alert.Gauges;
import io.airouter.alert.Metric;
import io.airouter.alert.Readings;
import io.airouter.history.DatabaseProbe;
import io.airouter.history.HistoryLog;
import io.airouter.history.QueryWindow;
import io.airouter.history.SystemFigure;
import io.airouter.history.SystemHistory;
import io.airouter.model.AdminState;
import io.airouter.model.Endpoint;
import io.airouter.model.Health;
import io.airouter.model.HealthState;
import io.airouter.model.Model;
import io.airouter.table.RoutingTable;
import io.airouter.table.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads what rules watch from where it is counted anyway. One thread. */
public final class RouterGauges implements Gauges {
  private static final double PERCENT = 100;

  /** A sample older than this says nothing of now. */
  private static final Duration STALE = Duration.ofSeconds(30);

  private static final Map<Metric, SystemFigure> SYSTEM =
      Map.of(
          Metric.CPU_PERCENT, SystemFigure.CPU_PERCENT,
          Metric.ROUTER_CPU_PERCENT, SystemFigure.ROUTER_CPU_PERCENT,
          Metric.MEMORY_PERCENT, SystemFigure.MEMORY_PERCENT,
          Metric.HEAP_PERCENT, SystemFigure.HEAP_PERCENT,
          Metric.DISK_PERCENT, SystemFigure.DISK_PERCENT,
          Metric.GC_PERCENT, SystemFigure.GC_PERCENT,
          Metric.THREADS, SystemFigure.THREADS);

  private final Sources sources;
  private final InstantSource clock;
  private final Deque<Dropped> dropped = new ArrayDeque<>();

  /** Where the figures are counted. */
  public record Sources(
      RoutingTable table,
      SystemHistory system,
      QueryWindow queries,
      HistoryLog history,
      DatabaseProbe database) {}

  private record Dropped(Instant at, long rows) {}

  public RouterGauges(Sources sources, InstantSource clock) {
    this.sources = sources;
    this.clock = clock;
  }

  @Override
  public Readings read() {
    Instant now = clock.instant();
    Map<Metric, Map<String, Double>> figures = new EnumMap<>(Metric.class);
    system(now, figures);
    queries(now, figures);
    models(now, figures);
    boolean up = sources.database().verdict().up();
    node(Metric.DATABASE_DOWN, up ? 0 : 1, figures);
    HistoryLog.Standing standing = sources.history().standing();
    node(Metric.HISTORY_WAITING, standing.waiting(), figures);
    node(Metric.HISTORY_DROPPED, droppedLately(standing.dropped(), now), figures);
    return new Readings(figures);
  }

  private static void node(Metric metric, double value, Map<Metric, Map<String, Double>> figures) {
    figures.put(metric, Map.of(Readings.NODE, value));
  }

  private void system(Instant now, Map<Metric, Map<String, Double>> figures) {
    sources
        .system()
        .latest()
        .filter(sample -> sample.at().isAfter(now.minus(STALE)))
        .ifPresent(
            sample ->
                SYSTEM.forEach(
                    (metric, figure) ->
                        sample.figure(figure).ifPresent(value -> node(metric, value, figures))));
  }

  /** Where nothing was asked there is neither an error rate nor a response time. */
  private void queries(Instant now, Map<Metric, Map<String, Double>> figures) {
    QueryWindow.Figures minute = sources.queries().figures(now);
    node(Metric.REQUESTS_PER_MINUTE, minute.requests(), figures);
    if (minute.requests() > 0) {
      double rate = PERCENT * minute.errors() / minute.requests();
      node(Metric.ERROR_RATE_PERCENT, rate, figures);
    }
    if (minute.answers() > 0) {
      node(Metric.AVERAGE_RESPONSE_SECONDS, minute.meanSeconds(), figures);
    }
  }

  private void models(Instant now, Map<Metric, Map<String, Double>> figures) {
    Snapshot snapshot = sources.table().snapshot();
    List<Model> enabled = snapshot.catalogue().models().stream().filter(Model::enabled).toList();
    figures.put(
        Metric.MODEL_LOAD_PERCENT,
        enabled.stream()
            .collect(
                Collectors.toMap(
                    m -> m.id().value(), m -> PERCENT * sources.table().utilisation(m, now))));
    figures.put(
        Metric.ENDPOINTS_DOWN,
        enabled.stream()
            .collect(
                Collectors.toMap(
                    m -> m.id().value(),
                    m ->
                        (double)
                            snapshot.catalogue().endpointsOf(m.id()).stream()
                                .filter(RouterGauges::isDown)
                                .count())));
  }

  private static boolean isDown(Endpoint endpoint) {
    Health health = endpoint.health();
    return endpoint.adminState() == AdminState.ACTIVE && health.state() == HealthState.CRITICAL;
  }

  private double droppedLately(long total, Instant now) {
    dropped.addLast(new Dropped(now, total));
    while (dropped.getFirst().at().isBefore(now.minus(QueryWindow.LENGTH))) {
      dropped.removeFirst();
    }
    return total - dropped.getFirst().rows();
  }
}
