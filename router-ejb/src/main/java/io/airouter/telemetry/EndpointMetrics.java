package io.airouter.telemetry;

import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.table.RoutingTable;
import io.airouter.table.Snapshot;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Publishes each endpoint's state as gauges: whether it serves, and its calls in flight. */
public final class EndpointMetrics {
  private static final String UP = "router_endpoint_up";
  private static final String IN_FLIGHT = "router_endpoint_in_flight";

  private final MetricRegistry registry;
  private final RoutingTable table;
  private final Set<Endpoint> known = new HashSet<>();
  private final Set<EndpointId> published = new HashSet<>();

  public EndpointMetrics(MetricRegistry registry, RoutingTable table) {
    this.registry = registry;
    this.table = table;
  }

  /** Adds gauges for new endpoints and removes those of endpoints that left; one thread. */
  public void publish() {
    Snapshot now = table.snapshot();
    Set<EndpointId> present = new HashSet<>();
    for (Endpoint endpoint : now.catalogue().endpoints()) {
      present.add(endpoint.id());
      if (published.add(endpoint.id())) {
        register(endpoint);
      }
    }
    known.stream().filter(e -> !present.contains(e.id())).toList().forEach(this::unregister);
  }

  private void register(Endpoint endpoint) {
    EndpointId id = endpoint.id();
    known.add(endpoint);
    registry.gauge(
        described(UP, "1 while the endpoint serves, else 0"), () -> up(id), tags(endpoint));
    registry.gauge(
        described(IN_FLIGHT, "Calls in flight"), () -> table.load(id).inFlight(), tags(endpoint));
  }

  private void unregister(Endpoint endpoint) {
    registry.remove(new MetricID(UP, tags(endpoint)));
    registry.remove(new MetricID(IN_FLIGHT, tags(endpoint)));
    known.remove(endpoint);
    published.remove(endpoint.id());
  }

  private int up(EndpointId id) {
    return table.snapshot().catalogue().endpoint(id).map(Endpoint::isServing).orElse(false) ? 1 : 0;
  }

  private static Tag[] tags(Endpoint endpoint) {
    return new Tag[] {
      new Tag("model", endpoint.model().value()), new Tag("endpoint", endpoint.id().value())
    };
  }

  private static Metadata described(String name, String description) {
    return Metadata.builder().withName(name).withDescription(description).build();
  }
}
