package io.airouter.telemetry;

import io.airouter.sdn.ControllerName;
import io.airouter.sdn.ControllerState;
import io.airouter.sdn.ControllerState.Condition;
import io.airouter.sdn.Drift;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Publishes each controller's state as gauges, on the node that works on controllers: whether it is
 * well, how far it is behind, how many rows have drifted, how long ago all was well.
 */
public final class SdnMetrics {
  private static final String PREFIX = "router_sdn_";

  private final MetricRegistry registry;
  private final Supplier<Map<ControllerName, ControllerState>> states;
  private final LongSupplier generation;
  private final InstantSource clock;
  private final Set<MetricID> published = new HashSet<>();
  private Map<ControllerName, ControllerState> latest = Map.of();
  private long wanted;

  /**
   * Publishes nothing yet.
   *
   * @param generation the newest change there is
   */
  public SdnMetrics(
      MetricRegistry registry,
      Supplier<Map<ControllerName, ControllerState>> states,
      LongSupplier generation,
      InstantSource clock) {
    this.clock = clock;
    this.registry = registry;
    this.states = states;
    this.generation = generation;
  }

  /** Reads anew, adds gauges for new controllers, removes those of controllers that left. */
  public void publish() {
    Map<ControllerName, ControllerState> now = states.get();
    wanted = now.isEmpty() ? wanted : generation.getAsLong();
    latest = now;
    Set<MetricID> present = new HashSet<>();
    for (ControllerName name : now.keySet()) {
      present.add(gauge("up", name, s -> isUp(s) ? 1 : 0));
      present.add(gauge("generation_lag", name, s -> Math.max(0, wanted - s.appliedGeneration())));
      present.add(gauge("imported_endpoints", name, ControllerState::imported));
      present.add(gauge("last_success_age_seconds", name, this::age));
      for (Drift drift : Drift.values()) {
        present.add(gauge("rows", name, s -> s.count(drift), new Tag("drift", drift.word())));
      }
    }
    published.stream().filter(id -> !present.contains(id)).toList().forEach(this::remove);
  }

  private static boolean isUp(ControllerState state) {
    return state.condition() != Condition.FAILING && state.condition() != Condition.UNKNOWN;
  }

  private double age(ControllerState state) {
    Instant now = clock.instant();
    return state.lastSuccess().map(at -> Duration.between(at, now).toSeconds()).orElse(-1L);
  }

  private MetricID gauge(
      String name,
      ControllerName controller,
      ToDoubleFunction<ControllerState> value,
      Tag... more) {
    Tag[] tags = new Tag[more.length + 1];
    tags[0] = new Tag("controller", controller.value());
    System.arraycopy(more, 0, tags, 1, more.length);
    MetricID id = new MetricID(PREFIX + name, tags);
    if (published.add(id)) {
      Metadata metadata =
          Metadata.builder()
              .withName(PREFIX + name)
              .withDescription("SDN controllers: " + name.replace('_', ' '))
              .build();
      registry.gauge(
          metadata,
          () -> value.applyAsDouble(latest.getOrDefault(controller, ControllerState.NEW)),
          tags);
    }
    return id;
  }

  private void remove(MetricID id) {
    registry.remove(id);
    published.remove(id);
  }
}
