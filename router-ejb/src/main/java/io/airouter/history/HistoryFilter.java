package io.airouter.history;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Which entries are wanted: those that meet all criteria that are set.
 *
 * @param from the first moment, included
 * @param to the last moment, excluded
 * @param text how the request id or the caller's name starts
 */
public record HistoryFilter(
    Instant from,
    Instant to,
    Optional<String> model,
    Optional<String> endpoint,
    Optional<String> workloadClass,
    Optional<String> queryType,
    Optional<String> caller,
    Optional<OutcomeGroup> outcome,
    Optional<String> text) {
  public HistoryFilter {
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    Objects.requireNonNull(model);
    Objects.requireNonNull(endpoint);
    Objects.requireNonNull(workloadClass);
    Objects.requireNonNull(queryType);
    Objects.requireNonNull(caller);
    Objects.requireNonNull(outcome);
    Objects.requireNonNull(text);
  }

  /** Everything of that stretch. */
  public static HistoryFilter between(Instant from, Instant to) {
    Optional<String> any = Optional.empty();
    return new HistoryFilter(from, to, any, any, any, any, any, Optional.empty(), any);
  }

  /** The same criteria for another stretch. */
  public HistoryFilter within(Instant start, Instant end) {
    return new HistoryFilter(
        start, end, model, endpoint, workloadClass, queryType, caller, outcome, text);
  }
}
