package io.airouter.persistence;

import io.airouter.history.EndpointStanding;
import io.airouter.history.HealthEvent;
import io.airouter.history.HealthEventReader;
import io.airouter.history.Latency;
import io.airouter.history.LatencyReader;
import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.model.ModelId;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads from PostgreSQL how endpoints fared. Each query goes by an index and ends by itself. */
@Stateless
@Local({HealthEventReader.class, LatencyReader.class})
@PermitAll
public class JpaEndpointHistory implements HealthEventReader, LatencyReader {
  private static final String EVENT =
      "SELECT endpoint_id, ts, from_state, to_state, reason, node FROM endpoint_health_event"
          + " WHERE endpoint_id = :endpoint";

  /** Ids hold no comma, so a list of them is one parameter. */
  private static final String LATENCIES =
      """
      SELECT called.model AS model, called.endpoint AS endpoint, count(*) AS calls,
        percentile_cont(0.95) WITHIN GROUP (ORDER BY sample.total_us) / 1000 AS p95
      FROM unnest(string_to_array(:models, ','), string_to_array(:endpoints, ','))
          AS called(model, endpoint)
        CROSS JOIN LATERAL (
          SELECT total_us FROM routing_history
          WHERE endpoint_id = called.endpoint AND ts >= :start AND outcome <> 'dry_run'
          ORDER BY ts DESC LIMIT :sample) AS sample
      GROUP BY GROUPING SETS ((called.model), (called.model, called.endpoint))
      """;

  @PersistenceContext(unitName = "router")
  private EntityManager entities;

  /** For the container. */
  public JpaEndpointHistory() {}

  JpaEndpointHistory(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public List<HealthEvent> events(EndpointId endpoint, Instant from, int count) {
    Query query =
        entities
            .createNativeQuery(EVENT + " AND ts >= :start ORDER BY ts DESC, id DESC", Tuple.class)
            .setParameter("endpoint", endpoint.value())
            .setParameter("start", from)
            .setMaxResults(count);
    return rows(query).stream().map(JpaEndpointHistory::event).toList();
  }

  @Override
  public Optional<HealthEvent> last(EndpointId endpoint, String node, Instant until) {
    Query query =
        entities
            .createNativeQuery(
                EVENT + " AND node = :node AND ts < :finish ORDER BY ts DESC, id DESC", Tuple.class)
            .setParameter("endpoint", endpoint.value())
            .setParameter("node", node)
            .setParameter("finish", until)
            .setMaxResults(1);
    return rows(query).stream().findFirst().map(JpaEndpointHistory::event);
  }

  @Override
  public RecentLatencies since(List<Endpoint> endpoints, Instant from) {
    Query query =
        entities
            .createNativeQuery(LATENCIES, Tuple.class)
            .setParameter(
                "models",
                endpoints.stream().map(e -> e.model().value()).collect(Collectors.joining(",")))
            .setParameter(
                "endpoints",
                endpoints.stream().map(e -> e.id().value()).collect(Collectors.joining(",")))
            .setParameter("start", from)
            .setParameter("sample", SAMPLE);
    Map<ModelId, Latency> ofModels = new HashMap<>();
    Map<EndpointId, Latency> ofEndpoints = new HashMap<>();
    for (Tuple row : rows(query)) {
      Latency latency =
          new Latency(
              row.get("calls", Number.class).longValue(),
              row.get("p95", Number.class).doubleValue());
      Optional.ofNullable(row.get("endpoint", String.class))
          .ifPresentOrElse(
              id -> ofEndpoints.put(new EndpointId(id), latency),
              () -> ofModels.put(new ModelId(row.get("model", String.class)), latency));
    }
    return new RecentLatencies(ofModels, ofEndpoints);
  }

  private static List<Tuple> rows(Query query) {
    List<?> rows = query.getResultList();
    return rows.stream().map(Tuple.class::cast).toList();
  }

  private static HealthEvent event(Tuple row) {
    return new HealthEvent(
        new EndpointId(row.get("endpoint_id", String.class)),
        row.get("ts", Instant.class),
        standing(row, "from_state"),
        standing(row, "to_state"),
        row.get("reason", String.class),
        row.get("node", String.class));
  }

  private static EndpointStanding standing(Tuple row, String column) {
    return EndpointStanding.ofWord(row.get(column, String.class)).orElseThrow();
  }
}
