package io.airouter.boundary;

import io.airouter.cluster.Node;
import io.airouter.history.HealthEventReader;
import io.airouter.history.HealthTimeline;
import io.airouter.history.LatencyReader;
import io.airouter.history.LatencyReader.RecentLatencies;
import io.airouter.model.EndpointId;
import io.airouter.table.RoutingTable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * How endpoints fared: their health over time and how fast they answered. Each method throws {@link
 * HistoryUnavailableException} while the database is gone.
 */
@Stateless
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EndpointHistory {
  /** Events of one endpoint that one answer holds at most: the latest. */
  public static final int MAX_EVENTS = 500;

  @Inject private HealthEventReader events;
  @Inject private LatencyReader latencies;
  @Inject private RoutingTable table;
  @Inject private Node node;
  @Inject private InstantSource clock;

  /**
   * An endpoint's standing over the last {@code window}, as this router saw it; one that left is
   * found as long as its events are kept.
   */
  public HealthTimeline health(EndpointId endpoint, Duration window) {
    Instant now = clock.instant();
    Instant from = now.minus(window);
    return read(
        () ->
            HealthTimeline.of(
                new HealthTimeline.Period(endpoint, from, now),
                events.last(endpoint, node.name(), from),
                events.events(endpoint, from, MAX_EVENTS),
                node.name()));
  }

  /** The 95th percentiles of all models and endpoints over the last {@code window}. */
  public RecentLatencies latencies(Duration window) {
    Instant from = clock.instant().minus(window);
    return read(() -> latencies.since(table.snapshot().catalogue().endpoints(), from));
  }

  private static <T> T read(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (EJBException | PersistenceException e) {
      throw new HistoryUnavailableException(e);
    }
  }
}
