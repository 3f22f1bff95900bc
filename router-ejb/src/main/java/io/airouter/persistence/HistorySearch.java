package io.airouter.persistence;

import io.airouter.history.HistoryCursor;
import io.airouter.history.HistoryEntry;
import io.airouter.history.HistoryFilter;
import io.airouter.history.HistoryOrder;
import io.airouter.history.HistoryPage;
import io.airouter.history.HistoryQuery;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Searches the history page by page. By time, the default, it looks into a short stretch first and
 * into longer ones while the page is not full: the index on time knows only which blocks hold which
 * times, so a stretch is read whole before it is sorted. Criteria with an index of their own
 * (model, endpoint, caller, failed, request id) are read by that. Any other order reads all that
 * the filter lets through. No statement takes longer than {@link #LONGEST}.
 */
record HistorySearch(EntityManager entities) {
  /** Less than the driver waits before it takes the database for gone. */
  static final Duration LONGEST = Duration.ofSeconds(4);

  private static final String TIMEOUT = "jakarta.persistence.query.timeout";
  private static final List<Duration> STRETCHES =
      List.of(Duration.ofMinutes(10), Duration.ofHours(2), Duration.ofDays(1), Duration.ofDays(8));

  HistoryPage page(HistoryQuery query) {
    List<HistoryEntry> found =
        query.order().key() == HistoryOrder.Key.TIME ? byTime(query) : within(query);
    if (found.size() <= query.count()) {
      return new HistoryPage(found, Optional.empty());
    }
    List<HistoryEntry> entries = found.subList(0, query.count());
    return new HistoryPage(
        entries, Optional.of(HistoryCursor.of(entries.getLast(), query.order())));
  }

  /** Of a bounded number of rows one small number each: cheaper than to have them all counted. */
  long count(HistoryFilter filter, int most) {
    HistoryCriteria criteria = HistoryCriteria.of(filter);
    String text = "select 1 from HistoryLineRow h where " + criteria.text();
    return prepared(text, criteria, Integer.class).setMaxResults(most).getResultList().size();
  }

  private List<HistoryEntry> byTime(HistoryQuery query) {
    HistoryFilter rest = behind(query);
    for (Duration stretch : STRETCHES) {
      HistoryFilter near =
          query.order().descending() ? latest(rest, stretch) : first(rest, stretch);
      if (near.equals(rest)) {
        break;
      }
      List<HistoryEntry> found = within(with(near, query));
      if (found.size() > query.count()) {
        return found;
      }
    }
    return within(with(rest, query));
  }

  /** What may lie behind the cursor, its own moment included. */
  private static HistoryFilter behind(HistoryQuery query) {
    HistoryFilter filter = query.filter();
    if (query.after().isEmpty()) {
      return filter;
    }
    Instant at = query.after().get().at();
    return query.order().descending()
        ? filter.within(filter.from(), earlier(filter.to(), at.plus(1, ChronoUnit.MICROS)))
        : filter.within(later(filter.from(), at), filter.to());
  }

  private static HistoryFilter latest(HistoryFilter filter, Duration stretch) {
    return filter.within(later(filter.from(), filter.to().minus(stretch)), filter.to());
  }

  private static HistoryFilter first(HistoryFilter filter, Duration stretch) {
    return filter.within(filter.from(), earlier(filter.to(), filter.from().plus(stretch)));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static HistoryQuery with(HistoryFilter filter, HistoryQuery query) {
    return new HistoryQuery(filter, query.order(), query.after(), query.count());
  }

  /** One entry more than the page holds, where there is one. */
  private List<HistoryEntry> within(HistoryQuery query) {
    HistoryCriteria criteria = HistoryCriteria.of(query.filter());
    query.after().ifPresent(cursor -> criteria.after(cursor, query.order()));
    String text =
        "select h from HistoryLineRow h where "
            + criteria.text()
            + " order by "
            + HistoryCriteria.orderBy(query.order());
    return prepared(text, criteria, HistoryLineRow.class)
        .setMaxResults(query.count() + 1)
        .getResultStream()
        .map(HistoryLineRow::toEntry)
        .toList();
  }

  private <T> TypedQuery<T> prepared(String text, HistoryCriteria criteria, Class<T> type) {
    TypedQuery<T> query = entities.createQuery(text, type);
    criteria.parameters().forEach(query::setParameter);
    return query.setHint(TIMEOUT, Math.toIntExact(LONGEST.toMillis()));
  }
}
