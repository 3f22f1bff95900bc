package io.airouter.admin;

import io.airouter.history.HistoryEntry;

/** One routed query in the history; its request id leads to its trace. */
public record RoutedRow(
    String requestId,
    String at,
    StatusMark mark,
    String caller,
    String type,
    String workloadClass,
    String model,
    String endpoint,
    String method,
    String tokens,
    String cost,
    String time) {

  static RoutedRow of(HistoryEntry entry) {
    QueryRow row = QueryRow.of(entry);
    return new RoutedRow(
        entry.requestId(),
        Figures.dayAndTime(entry.at()),
        row.mark(),
        entry.caller(),
        row.type(),
        entry.workloadClass(),
        row.model(),
        row.endpoint(),
        row.method(),
        row.tokens(),
        Figures.money(entry.cost()),
        row.time());
  }

  /** Whether the row should catch the eye. */
  public boolean isFailed() {
    return mark.urgency() == 0;
  }
}
