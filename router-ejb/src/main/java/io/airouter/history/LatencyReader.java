package io.airouter.history;

import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.model.ModelId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads from the history how fast endpoints were of late. */
public interface LatencyReader {
  /** Of each endpoint the latest so many calls are looked at, however many there were. */
  int SAMPLE = 2_000;

  /** The figures of these endpoints and their models, of calls from {@code from} (included) on. */
  RecentLatencies since(List<Endpoint> endpoints, Instant from);

  /** By model and by endpoint; those that were not called are missing. */
  record RecentLatencies(Map<ModelId, Latency> models, Map<EndpointId, Latency> endpoints) {
    public static final RecentLatencies NONE = new RecentLatencies(Map.of(), Map.of());

    public RecentLatencies {
      models = Map.copyOf(models);
      endpoints = Map.copyOf(endpoints);
    }

    public Optional<Latency> of(ModelId model) {
      return Optional.ofNullable(models.get(model));
    }

    public Optional<Latency> of(EndpointId endpoint) {
      return Optional.ofNullable(endpoints.get(endpoint));
    }
  }
}
