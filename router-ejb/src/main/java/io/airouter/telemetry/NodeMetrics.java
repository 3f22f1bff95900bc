package io.airouter.telemetry;

import io.airouter.cluster.Leadership;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Publishes what this node is among others as gauges, which are read when they are asked for. */
public final class NodeMetrics {
  private NodeMetrics() {}

  public static void register(MetricRegistry registry, Leadership leadership) {
    registry.gauge(
        described("router_leader", "1 on the node that runs scheduled work, else 0"),
        () -> leadership.standing().leading() ? 1 : 0);
    registry.gauge(
        described("router_leader_generation", "How often the lead was taken over; 0 when unknown"),
        () -> leadership.standing().generation());
  }

  private static Metadata described(String name, String description) {
    return Metadata.builder().withName(name).withDescription(description).build();
  }
}
