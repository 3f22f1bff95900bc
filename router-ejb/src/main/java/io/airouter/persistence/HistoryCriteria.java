package io.airouter.persistence;

import io.airouter.history.HistoryCursor;
import io.airouter.history.HistoryFilter;
import io.airouter.history.HistoryOrder;
import io.airouter.history.OutcomeGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A filter of the history as conditions of a query over {@code HistoryLineRow h}; what callers
 * typed only ever becomes a parameter. Confined to one thread.
 */
final class HistoryCriteria {
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new HashMap<>();

  private HistoryCriteria() {}

  static HistoryCriteria of(HistoryFilter filter) {
    HistoryCriteria criteria = new HistoryCriteria();
    criteria.require("h.at >= :start", "start", filter.from());
    criteria.require("h.at < :finish", "finish", filter.to());
    criteria.requireEqual("modelId", filter.model());
    criteria.requireEqual("endpointId", filter.endpoint());
    criteria.requireEqual("workloadClass", filter.workloadClass());
    criteria.requireEqual("queryType", filter.queryType());
    criteria.requireEqual("caller", filter.caller());
    filter.outcome().map(HistoryCriteria::condition).ifPresent(criteria.conditions::add);
    filter
        .text()
        .ifPresent(
            text ->
                criteria.require(
                    "(h.requestId like :start_of_text escape '!'"
                        + " or h.caller like :start_of_text escape '!')",
                    "start_of_text",
                    text.replaceAll("[!%_]", "!$0") + "%"));
    return criteria;
  }

  /** Literals, not parameters: the index of the failures serves only its own words. */
  private static String condition(OutcomeGroup outcome) {
    return switch (outcome) {
      case FAILED -> "h.outcome in ('no_endpoint', 'upstream_error')";
      case FELL_BACK -> "h.outcome = 'ok' and h.attempts > 1";
      default -> "h.outcome = '" + outcome.word() + "'";
    };
  }

  /** Only what comes behind that place in that order. */
  void after(HistoryCursor cursor, HistoryOrder order) {
    String beyond = order.descending() ? "<" : ">";
    String later =
        "(h.at %s :last_at or (h.at = :last_at and h.requestId %s :last_id))"
            .formatted(beyond, beyond);
    parameters.put("last_at", cursor.at());
    parameters.put("last_id", cursor.requestId());
    if (order.key() == HistoryOrder.Key.TIME) {
      conditions.add(later);
      return;
    }
    String column = column(order.key());
    boolean decimal = order.key() == HistoryOrder.Key.COST;
    require(
        "(%s %s :last_value or (%s = :last_value and %s))".formatted(column, beyond, column, later),
        "last_value",
        decimal ? cursor.value() : Long.valueOf(cursor.value().longValue()));
  }

  static String orderBy(HistoryOrder order) {
    String direction = order.descending() ? " desc" : " asc";
    String byTime = "h.at" + direction + ", h.requestId" + direction;
    return order.key() == HistoryOrder.Key.TIME
        ? byTime
        : column(order.key()) + direction + ", " + byTime;
  }

  private static String column(HistoryOrder.Key key) {
    return switch (key) {
      case TIME -> "h.at";
      case TOTAL_TIME -> "h.totalMicros";
      case COST -> "h.cost";
      case TOKENS -> "(h.inputTokens + h.outputTokens)";
    };
  }

  private void requireEqual(String column, Optional<String> value) {
    value.ifPresent(wanted -> require("h." + column + " = :" + column, column, wanted));
  }

  private void require(String condition, String parameter, Object value) {
    conditions.add(condition);
    parameters.put(parameter, value);
  }

  String text() {
    return String.join(" and ", conditions);
  }

  Map<String, Object> parameters() {
    return Map.copyOf(parameters);
  }
}
