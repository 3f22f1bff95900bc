package io.airouter.telemetry;

import io.airouter.history.HistoryEntry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** One line a query, without a word of prompt or answer. */
final class QueryLogLine {
  private static final Logger LOGGER = Logger.getLogger("io.airouter.queries");

  void write(HistoryEntry entry) {
    boolean good =
        entry.outcome().equals(HistoryEntry.OK) || entry.outcome().equals(HistoryEntry.DRY_RUN);
    Level level = good ? Level.INFO : Level.WARNING;
    if (!LOGGER.isLoggable(level)) {
      return;
    }
    LogRecord line =
        new LogRecord(level, good ? "Query routed successfully" : "Query not answered");
    line.setLoggerName(LOGGER.getName());
    line.setParameters(new Object[] {new LogFields(fields(entry))});
    LOGGER.log(line);
  }

  private static Map<String, Object> fields(HistoryEntry entry) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("model", entry.model().orElse("none"));
    fields.put("endpoint", entry.endpoint().orElse("none"));
    fields.put("method", entry.method());
    fields.put("outcome", entry.outcome());
    fields.put("request_id", entry.requestId());
    fields.put("caller", entry.caller());
    fields.put("query_type", entry.queryType());
    fields.put("attempts", entry.attempts());
    fields.put("total_ms", entry.totalTime().toMillis());
    return fields;
  }
}
