package io.airouter.api;

import io.airouter.boundary.RouterStatistics;
import io.airouter.boundary.RouterStatistics.SystemStatistics;
import io.airouter.history.QueryStatistics;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;

/** The answer of {@code GET /stats}. */
final class StatisticsJson {
  private StatisticsJson() {}

  static JsonObject of(RouterStatistics statistics) {
    return Json.createObjectBuilder()
        .add("lisp_stats", counts(statistics.lisp()))
        .add("dns_stats", counts(statistics.dns()))
        .add("llm_stats", queries(statistics.llm()))
        .add("system_stats", system(statistics.system()))
        .build();
  }

  private static JsonObjectBuilder counts(Map<String, Long> counters) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    counters.forEach(json::add);
    return json;
  }

  private static JsonObjectBuilder queries(QueryStatistics llm) {
    return Json.createObjectBuilder()
        .add("total_queries", llm.totalQueries())
        .add("succeeded", llm.succeeded())
        .add("failed", llm.failed())
        .add("fallbacks", llm.fallbacks())
        .add("dry_runs", llm.dryRuns())
        .add("input_tokens", llm.inputTokens())
        .add("output_tokens", llm.outputTokens())
        .add("total_cost", llm.cost())
        .add("avg_response_time_ms", llm.averageMillis())
        .add("queries_by_model", counts(llm.queriesByModel()))
        .add("queries_by_type", counts(llm.queriesByType()));
  }

  private static JsonObjectBuilder system(SystemStatistics system) {
    return Json.createObjectBuilder()
        .add("uptime_seconds", system.uptime().toSeconds())
        .add("heap_used_bytes", system.heapUsedBytes())
        .add("heap_max_bytes", system.heapMaxBytes())
        .add("cpu_load", system.cpuLoad())
        .add("threads", system.threads())
        .add("table_version", system.tableVersion())
        .add("history_waiting", system.historyWaiting())
        .add("history_written", system.historyWritten())
        .add("history_dropped", system.historyDropped());
  }
}
