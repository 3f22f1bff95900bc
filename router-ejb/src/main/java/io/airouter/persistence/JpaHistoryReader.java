package io.airouter.persistence;

import io.airouter.history.HistoryBucket;
import io.airouter.history.HistoryEntry;
import io.airouter.history.HistoryFilter;
import io.airouter.history.HistoryPage;
import io.airouter.history.HistoryQuery;
import io.airouter.history.HistoryReader;
import io.airouter.history.HistorySummary;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the history from PostgreSQL, which computes the figures. */
@Stateless
@Local(HistoryReader.class)
@PermitAll
public class JpaHistoryReader implements HistoryReader {
  private static final String FIGURES =
      """
      count(*) AS requests,
      count(*) FILTER (WHERE outcome IN ('no_endpoint', 'upstream_error')) AS errors,
      coalesce(percentile_cont(0.95) WITHIN GROUP (ORDER BY total_us)
        FILTER (WHERE outcome <> 'dry_run'), 0) / 1000 AS p95
      """;
  private static final String SUMMARY =
      "SELECT "
          + FIGURES
          + """
          , coalesce(percentile_cont(0.5) WITHIN GROUP (ORDER BY total_us)
              FILTER (WHERE outcome <> 'dry_run'), 0) / 1000 AS p50,
            coalesce(sum(input_tokens), 0) AS input,
            coalesce(sum(output_tokens), 0) AS output,
            coalesce(sum(cost), 0) AS cost
          FROM routing_history WHERE ts >= :start AND ts < :finish
          """;
  private static final String SERIES =
      "SELECT CAST(floor(extract(epoch FROM ts - :start) * 1000000 / :width) AS integer) AS bucket, "
          + FIGURES
          + "FROM routing_history WHERE ts >= :start AND ts < :finish GROUP BY 1 ORDER BY 1";

  /**
   * The index on time only knows which blocks hold which times, so the latest rows are looked for
   * in a short stretch first.
   */
  private static final List<Duration> STRETCHES =
      List.of(Duration.ofMinutes(10), Duration.ofHours(2), Duration.ofDays(1));

  @PersistenceContext(unitName = "router")
  private EntityManager entities;

  /** For the container. */
  public JpaHistoryReader() {}

  JpaHistoryReader(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public List<HistoryEntry> recent(int count, Instant until) {
    for (Duration stretch : STRETCHES) {
      List<HistoryEntry> found = recent(count, until.minus(stretch), until);
      if (found.size() == count) {
        return found;
      }
    }
    return recent(count, Instant.EPOCH, until);
  }

  private List<HistoryEntry> recent(int count, Instant from, Instant until) {
    return entities
        .createQuery(
            "select h from HistoryRow h where h.at >= :from and h.at <= :until"
                + " order by h.at desc, h.requestId",
            HistoryRow.class)
        .setParameter("from", from)
        .setParameter("until", until)
        .setMaxResults(count)
        .getResultStream()
        .map(HistoryRow::toEntry)
        .toList();
  }

  @Override
  public Optional<HistoryEntry> find(String requestId) {
    return entities
        .createQuery(
            "select h from HistoryRow h where h.requestId = :id order by h.at", HistoryRow.class)
        .setParameter("id", requestId)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(HistoryRow::toEntry);
  }

  @Override
  public HistoryPage page(HistoryQuery query) {
    return new HistorySearch(entities).page(query);
  }

  @Override
  public long count(HistoryFilter filter, int most) {
    return new HistorySearch(entities).count(filter, most);
  }

  @Override
  public HistorySummary summary(Instant from, Instant to) {
    Tuple row =
        (Tuple)
            entities
                .createNativeQuery(SUMMARY, Tuple.class)
                .setParameter("start", from)
                .setParameter("finish", to)
                .getSingleResult();
    return new HistorySummary(
        number(row, "requests").longValue(),
        number(row, "errors").longValue(),
        number(row, "p50").doubleValue(),
        number(row, "p95").doubleValue(),
        number(row, "input").longValue(),
        number(row, "output").longValue(),
        row.get("cost", BigDecimal.class));
  }

  @Override
  public List<HistoryBucket> series(Instant from, Duration width, int buckets) {
    List<HistoryBucket> series = new ArrayList<>(buckets);
    for (int i = 0; i < buckets; i++) {
      series.add(new HistoryBucket(from.plus(width.multipliedBy(i)), 0, 0, 0));
    }
    for (Tuple row : filled(from, width, buckets)) {
      int index = number(row, "bucket").intValue();
      series.set(index, bucket(series.get(index).start(), row));
    }
    return List.copyOf(series);
  }

  private List<Tuple> filled(Instant from, Duration width, int buckets) {
    List<?> rows =
        entities
            .createNativeQuery(SERIES, Tuple.class)
            .setParameter("start", from)
            .setParameter("finish", from.plus(width.multipliedBy(buckets)))
            .setParameter("width", width.toNanos() / 1000)
            .getResultList();
    return rows.stream().map(Tuple.class::cast).toList();
  }

  private static HistoryBucket bucket(Instant start, Tuple row) {
    return new HistoryBucket(
        start,
        number(row, "requests").longValue(),
        number(row, "errors").longValue(),
        number(row, "p95").doubleValue());
  }

  private static Number number(Tuple row, String column) {
    return row.get(column, Number.class);
  }
}
