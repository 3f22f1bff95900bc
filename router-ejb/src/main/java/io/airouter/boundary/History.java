package io.airouter.boundary;

import io.airouter.history.HistoryBucket;
import io.airouter.history.HistoryEntry;
import io.airouter.history.HistoryFilter;
import io.airouter.history.HistoryPage;
import io.airouter.history.HistoryQuery;
import io.airouter.history.HistoryReader;
import io.airouter.history.HistorySummary;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.QueryTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The routing history for readers. Each method throws {@link HistoryUnavailableException} while the
 * database is gone, and {@link SearchTooLongException} where it would be kept busy for long.
 */
@Stateless
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class History {
  private static final int MAX_COUNT = 1_000;
  private static final int MAX_BUCKETS = 500;
  private static final int MAX_COUNTED = 10_000;
  private static final int MAX_CAUSES = 10;

  @Inject private HistoryReader reader;
  @Inject private InstantSource clock;

  /** The latest entries, newest first; 1 to 1000 of them. */
  public List<HistoryEntry> recent(int count) {
    return read(() -> reader.recent(Math.clamp(count, 1, MAX_COUNT), clock.instant()));
  }

  public Optional<HistoryEntry> find(String requestId) {
    return read(() -> reader.find(requestId));
  }

  /** One page of what a filter lets through, without the decisions. */
  public HistoryPage page(HistoryQuery query) {
    return read(() -> reader.page(query));
  }

  /** How many entries a filter lets through; counts no further than {@code most}. */
  public long count(HistoryFilter filter, int most) {
    return read(() -> reader.count(filter, Math.clamp(most, 1, MAX_COUNTED)));
  }

  /** The figures of the last {@code window}; all zero when nothing was asked. */
  public HistorySummary summary(Duration window) {
    Instant now = clock.instant();
    return read(() -> reader.summary(now.minus(window), now));
  }

  /** The last {@code window} in 1 to 500 intervals of equal width, oldest first. */
  public List<HistoryBucket> series(Duration window, int buckets) {
    int count = Math.clamp(buckets, 1, MAX_BUCKETS);
    Duration width = window.dividedBy(count);
    return read(() -> reader.series(clock.instant().minus(window), width, count));
  }

  private static <T> T read(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (EJBException | PersistenceException e) {
      throw tookTooLong(e) ? new SearchTooLongException() : new HistoryUnavailableException(e);
    }
  }

  private static boolean tookTooLong(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
        .limit(MAX_CAUSES)
        .anyMatch(QueryTimeoutException.class::isInstance);
  }
}
