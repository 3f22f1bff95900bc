package io.airouter.telemetry;

import io.airouter.history.HistoryEntry;
import java.time.Duration;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Publishes each query as counters and a histogram by model, endpoint, type and outcome. */
public final class QueryMetrics {
  private static final Metadata QUERIES =
      Metadata.builder()
          .withName("router_queries")
          .withDescription("Queries routed, dry runs included")
          .build();
  private static final Metadata DURATION =
      Metadata.builder()
          .withName("router_query_duration")
          .withDescription("Time until the answer was complete")
          .build();
  private static final Metadata TOKENS =
      Metadata.builder()
          .withName("router_tokens")
          .withDescription("Tokens used, as the upstream said or the router estimated")
          .build();

  private final MetricRegistry registry;

  public QueryMetrics(MetricRegistry registry) {
    this.registry = registry;
  }

  void record(HistoryEntry entry) {
    Tag model = new Tag("model", entry.model().orElse("none"));
    Tag endpoint = new Tag("endpoint", entry.endpoint().orElse("none"));
    Tag outcome = new Tag("outcome", entry.outcome());
    Tag type = new Tag("query_type", entry.queryType());
    registry.counter(QUERIES, model, endpoint, outcome, type).inc();
    Duration total = entry.totalTime();
    registry.timer(DURATION, model, endpoint, outcome).update(total);
    registry.counter(TOKENS, model, new Tag("direction", "input")).inc(entry.usage().inputTokens());
    registry
        .counter(TOKENS, model, new Tag("direction", "output"))
        .inc(entry.usage().outputTokens());
  }
}
