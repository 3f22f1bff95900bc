package io.airouter.admin;

import io.airouter.history.HistoryEntry;

/** One routed query in a list; its request id leads to the whole decision. */
public record QueryRow(
    String requestId,
    String at,
    StatusMark mark,
    String type,
    String workloadClass,
    String model,
    String endpoint,
    String method,
    String tokens,
    String time) {

  static QueryRow of(HistoryEntry entry) {
    return new QueryRow(
        entry.requestId(),
        Figures.timeOfDay(entry.at()),
        OutcomeMark.of(entry.outcome(), entry.attempts()),
        entry.queryType().replace('_', ' '),
        entry.workloadClass(),
        entry.model().orElse(Figures.NONE),
        entry.endpoint().orElse(Figures.NONE),
        entry.method(),
        entry.usage().totalTokens() == 0
            ? Figures.NONE
            : Figures.count(entry.usage().totalTokens()),
        Figures.duration(entry.totalTime()));
  }
}
