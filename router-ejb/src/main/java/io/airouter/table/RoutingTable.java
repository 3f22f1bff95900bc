package io.airouter.table;

import io.airouter.mapping.MappingDatabase;
import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.model.Model;
import io.airouter.model.ModelCatalogue;
import io.airouter.model.ModelId;
import io.airouter.model.ModelLimits;
import io.airouter.naming.ServiceRegistry;
import io.airouter.naming.Zone;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

/**
 * THE live state of the router: one atomic {@link Snapshot} that any thread reads without locking,
 * and one writer at a time that swaps it whole.
 *
 * <p>Between threads: {@code apply} runs under a lock, computes the next snapshot from the current
 * one, publishes it through a volatile field and only then tells the listeners, still under the
 * lock, so that they hear changes in the order of versions. A reader that took a snapshot keeps it
 * as long as it likes. The hot counters ({@link EndpointLoad}, {@link ModelLoad}) are outside the
 * snapshot, because they change with each call and need no consistency.
 */
public final class RoutingTable {
  /** Short, because a failed endpoint must leave the caches of ITRs soon. */
  public static final Duration DEFAULT_MAP_CACHE_TTL = Duration.ofMinutes(1);

  /** Calls in flight at which an endpoint without a declared limit counts as full. */
  private static final double FULL_IN_FLIGHT = 32;

  private final ReentrantLock writer = new ReentrantLock();
  private final List<RouteListener> listeners = new CopyOnWriteArrayList<>();
  private final ConcurrentMap<EndpointId, EndpointLoad> endpointLoads = new ConcurrentHashMap<>();
  private final ConcurrentMap<ModelId, ModelLoad> modelLoads = new ConcurrentHashMap<>();
  private final Succession succession;
  private volatile Snapshot current;

  /** An empty table for that zone, whose mappings ITRs keep for {@link #DEFAULT_MAP_CACHE_TTL}. */
  public RoutingTable(Zone zone, InstantSource clock) {
    this(zone, DEFAULT_MAP_CACHE_TTL, clock);
  }

  /**
   * An empty table for that zone.
   *
   * @param mapCacheTtl how long an ITR may keep a model's mapping, in whole minutes, at least one
   */
  public RoutingTable(Zone zone, Duration mapCacheTtl, InstantSource clock) {
    this.succession = new Succession(mapCacheTtl.toMinutes(), clock);
    this.current =
        new Snapshot(
            0,
            ModelCatalogue.EMPTY,
            MappingDatabase.EMPTY,
            MappingDatabase.EMPTY,
            ServiceRegistry.empty(zone));
  }

  public Snapshot snapshot() {
    return current;
  }

  /**
   * Makes the change take effect in all planes at once.
   *
   * @return the snapshot after it; the same one where the change changed nothing
   * @throws IllegalArgumentException where it contradicts the state, such as an endpoint of an
   *     unknown model; then nothing changed
   */
  public Snapshot apply(RouteChange change) {
    writer.lock();
    try {
      Snapshot before = current;
      Snapshot after = succession.next(before, change);
      if (after.version() != before.version()) {
        current = after;
        listeners.forEach(l -> l.changed(change, before, after));
      }
      return after;
    } finally {
      writer.unlock();
    }
  }

  /**
   * What {@link #apply} would make of these changes, one after another; makes none of them.
   *
   * @throws IllegalArgumentException where one contradicts the state that the others leave
   */
  public Snapshot preview(List<RouteChange> changes) {
    Snapshot next = current;
    for (RouteChange change : changes) {
      next = succession.next(next, change);
    }
    return next;
  }

  public void listen(RouteListener listener) {
    listeners.add(listener);
  }

  /** The counters of that endpoint, made at first sight and kept while the router runs. */
  public EndpointLoad load(EndpointId endpoint) {
    return endpointLoads.computeIfAbsent(endpoint, id -> new EndpointLoad());
  }

  /** The counters of that model, made at first sight and kept while the router runs. */
  public ModelLoad load(ModelId model) {
    return modelLoads.computeIfAbsent(model, id -> new ModelLoad());
  }

  /**
   * How busy a model is, 0 idle to 1 full: of its requests-a-minute limit or, without one, of its
   * endpoints.
   */
  public double utilisation(Model model, Instant now) {
    long limit = model.limits().requestsPerMinute();
    if (limit != ModelLimits.UNLIMITED) {
      return Math.min(1, (double) load(model.id()).requestsThisMinute(now) / limit);
    }
    List<Endpoint> endpoints = current.catalogue().endpointsOf(model.id());
    int inFlight = endpoints.stream().mapToInt(e -> load(e.id()).inFlight()).sum();
    return Math.min(1, inFlight / (FULL_IN_FLIGHT * Math.max(1, endpoints.size())));
  }
}
