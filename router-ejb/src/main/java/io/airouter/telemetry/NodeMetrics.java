package io.airouter.telemetry;

import io.airouter.cluster.ChangeFeed;
import io.airouter.cluster.Leadership;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Publishes what this node is among others as gauges, which are read when they are asked for. */
public final class NodeMetrics {
  private NodeMetrics() {}

  public static void register(MetricRegistry registry, Leadership leadership, ChangeFeed feed) {
    registry.gauge(
        described("router_leader", "1 on the node that runs scheduled work, else 0"),
        () -> leadership.standing().leading() ? 1 : 0);
    registry.gauge(
        described("router_leader_generation", "How often the lead was taken over; 0 when unknown"),
        () -> leadership.standing().generation());
    registry.gauge(
        described("router_feed_listening", "1 while other nodes' changes are heard, else 0"),
        () -> feed.standing().listening() ? 1 : 0);
    registry.gauge(
        described("router_feed_version", "Version of the newest change of any node followed"),
        () -> feed.standing().version());
    registry.gauge(
        described("router_feed_changes", "Changes of other nodes followed since the start"),
        () -> feed.standing().followed());
    registry.gauge(
        described("router_feed_interruptions", "How often the change feed lost the database"),
        () -> feed.standing().interruptions());
  }

  private static Metadata described(String name, String description) {
    return Metadata.builder().withName(name).withDescription(description).build();
  }
}
