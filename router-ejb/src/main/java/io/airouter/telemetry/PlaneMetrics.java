package io.airouter.telemetry;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Publishes an engine's counters. The engines count by plain adders on their hot paths; this adds
 * the difference to the published counters each time {@link #publish} runs, on one thread.
 */
public final class PlaneMetrics {
  private static final Metadata EVENTS =
      Metadata.builder()
          .withName("router_plane_events")
          .withDescription("What the LISP and DNS planes received, answered and dropped")
          .build();

  private final MetricRegistry registry;
  private final String plane;
  private final Supplier<Map<String, Long>> counters;
  private final Map<String, Long> published = new HashMap<>();

  public PlaneMetrics(MetricRegistry registry, String plane, Supplier<Map<String, Long>> counters) {
    this.registry = registry;
    this.plane = plane;
    this.counters = counters;
  }

  public void publish() {
    counters.get().forEach(this::publish);
  }

  private void publish(String event, long count) {
    Counter counter = registry.counter(EVENTS, new Tag("plane", plane), new Tag("event", event));
    long before = published.getOrDefault(event, 0L);
    if (count > before) {
      counter.inc(count - before);
      published.put(event, count);
    }
  }
}
