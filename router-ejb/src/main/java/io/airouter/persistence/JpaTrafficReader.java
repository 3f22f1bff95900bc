package io.airouter.persistence;

import io.airouter.history.Traffic;
import io.airouter.history.Traffic.Times;
import io.airouter.history.TrafficDimension;
import io.airouter.history.TrafficGroup;
import io.airouter.history.TrafficReader;
import io.airouter.history.TrafficWindow;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets PostgreSQL add up the traffic. */
@Stateless
@Local(TrafficReader.class)
@PermitAll
public class JpaTrafficReader implements TrafficReader {
  private static final Comparator<TrafficGroup> BUSIEST_FIRST =
      Comparator.comparingLong((TrafficGroup group) -> group.traffic().requests())
          .reversed()
          .thenComparing(TrafficGroup::name);

  @PersistenceContext(unitName = "router")
  private EntityManager entities;

  /** For the container. */
  public JpaTrafficReader() {}

  JpaTrafficReader(EntityManager entities) {
    this.entities = entities;
  }

  private record Row(String name, int slot, Traffic traffic) {}

  @Override
  public TrafficGroup total(TrafficWindow window) {
    Traffic total =
        rows(window, TrafficSql.ALL, TrafficSql.WHOLE).stream()
            .findFirst()
            .map(Row::traffic)
            .orElse(Traffic.NONE);
    List<Traffic> series =
        seriesByName(window, TrafficSql.ALL).getOrDefault("", emptySeries(window));
    return new TrafficGroup("", total, series);
  }

  @Override
  public List<TrafficGroup> groups(TrafficWindow window, TrafficDimension by) {
    return rows(window, TrafficSql.name(by), TrafficSql.WHOLE).stream()
        .map(row -> new TrafficGroup(row.name(), row.traffic(), List.of()))
        .sorted(BUSIEST_FIRST)
        .toList();
  }

  @Override
  public List<TrafficGroup> series(TrafficWindow window, TrafficDimension by) {
    Map<String, List<Traffic>> series = seriesByName(window, TrafficSql.name(by));
    return groups(window, by).stream()
        .map(
            group ->
                new TrafficGroup(
                    group.name(),
                    group.traffic(),
                    series.getOrDefault(group.name(), emptySeries(window))))
        .toList();
  }

  @Override
  public Optional<Instant> rolledUpTo() {
    List<?> instants =
        entities
            .createNativeQuery(
                "SELECT rolled_up_to FROM routing_rollup WHERE rolled_up_to > '-infinity'",
                Instant.class)
            .getResultList();
    return instants.stream().map(Instant.class::cast).findFirst();
  }

  private Map<String, List<Traffic>> seriesByName(TrafficWindow window, String name) {
    Map<String, List<Traffic>> series = new HashMap<>();
    for (Row row : rows(window, name, TrafficSql.slot(window))) {
      series.computeIfAbsent(row.name(), n -> emptySeries(window)).set(row.slot(), row.traffic());
    }
    return series;
  }

  private static List<Traffic> emptySeries(TrafficWindow window) {
    Traffic[] none = new Traffic[window.intervals()];
    Arrays.fill(none, Traffic.NONE);
    return new ArrayList<>(List.of(none));
  }

  private List<Row> rows(TrafficWindow window, String name, String slot) {
    Query query =
        entities
            .createNativeQuery(TrafficSql.of(window, name, slot), Tuple.class)
            .setParameter("start", window.from())
            .setParameter("finish", window.to());
    if (!slot.equals(TrafficSql.WHOLE)) {
      query.setParameter("width", window.width().toNanos() / 1000);
    }
    List<?> rows = query.getResultList();
    return rows.stream().map(Tuple.class::cast).map(JpaTrafficReader::row).toList();
  }

  private static Row row(Tuple row) {
    Times times =
        new Times(real(row, "average"), real(row, "p50"), real(row, "p95"), real(row, "p99"));
    Traffic traffic =
        new Traffic(
            whole(row, "requests"),
            whole(row, "dry_runs"),
            whole(row, "succeeded"),
            whole(row, "errors"),
            whole(row, "fallbacks"),
            times,
            whole(row, "input"),
            whole(row, "output"),
            row.get("cost", BigDecimal.class));
    return new Row(row.get("name", String.class), (int) whole(row, "slot"), traffic);
  }

  private static long whole(Tuple row, String column) {
    return row.get(column, Number.class).longValue();
  }

  private static double real(Tuple row, String column) {
    return row.get(column, Number.class).doubleValue();
  }
}
