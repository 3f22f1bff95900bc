package io.airouter.upstream;

import io.airouter.model.AdminState;
import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.model.HealthState;
import io.airouter.model.ModelCatalogue;
import io.airouter.table.RouteChange;
import io.airouter.table.RouteChange.EndpointHealthChanged;
import io.airouter.table.RouteChange.EndpointResolved;
import io.airouter.table.RouteChange.EndpointWeightSet;
import io.airouter.table.RouteChange.PolicySet;
import io.airouter.table.RoutingTable;
import io.airouter.table.Snapshot;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Checks every endpoint of the routing table for as long as it is there, whoever put it in, and
 * tells the table when a verdict turns. Endpoints under maintenance are not checked.
 *
 * <p>Between threads: the table's writer starts and stops watches and never waits for one; a watch
 * runs its checks one after another, and calls the table without holding anything.
 */
public final class HealthChecker implements AutoCloseable {
  private final RoutingTable table;
  private final EndpointWatch.Surroundings surroundings;
  private final ConcurrentMap<EndpointId, EndpointWatch> watches = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /** Checks nothing before {@link #start}. */
  public HealthChecker(RoutingTable table, EndpointWatch.Surroundings surroundings) {
    this.table = table;
    this.surroundings = surroundings;
  }

  /** Begins with the endpoints the table has, and follows its changes from now on. */
  public void start() {
    table.listen(this::changed);
    follow(ModelCatalogue.EMPTY, table.snapshot().catalogue());
  }

  private void changed(RouteChange change, Snapshot before, Snapshot after) {
    boolean touchesNoWatch =
        switch (change) {
          case EndpointHealthChanged own -> true;
          case EndpointResolved own -> true;
          case EndpointWeightSet weight -> true;
          case PolicySet policy -> true;
          default -> false;
        };
    if (!touchesNoWatch && !closed) {
      follow(before.catalogue(), after.catalogue());
    }
  }

  private void follow(ModelCatalogue before, ModelCatalogue after) {
    watches.keySet().stream().filter(id -> after.endpoint(id).isEmpty()).forEach(this::stop);
    for (Endpoint endpoint : after.endpoints()) {
      boolean wanted = endpoint.adminState() != AdminState.MAINTENANCE;
      if (!wanted) {
        stop(endpoint.id());
      } else if (isFresh(endpoint, before)) {
        stop(endpoint.id());
        start(endpoint);
      }
    }
  }

  /** Whether what was known of it no longer holds: new, moved, or its health forgotten. */
  private boolean isFresh(Endpoint endpoint, ModelCatalogue before) {
    return !watches.containsKey(endpoint.id())
        || before
            .endpoint(endpoint.id())
            .filter(old -> old.baseUrl().equals(endpoint.baseUrl()))
            .filter(old -> !forgotten(old, endpoint))
            .isEmpty();
  }

  private static boolean forgotten(Endpoint old, Endpoint now) {
    return now.health().state() == HealthState.UNKNOWN
        && old.health().state() != HealthState.UNKNOWN;
  }

  private void start(Endpoint endpoint) {
    EndpointWatch watch = new EndpointWatch(endpoint.id(), table, surroundings);
    watches.put(endpoint.id(), watch);
    watch.start(endpoint.health().state());
  }

  private void stop(EndpointId id) {
    EndpointWatch watch = watches.remove(id);
    if (watch != null) {
      watch.stop();
    }
  }

  /** The endpoints under check, for the record. */
  public List<EndpointId> watched() {
    return watches.keySet().stream().sorted().toList();
  }

  /** Stops all checks; a verdict reached after this is not told. */
  @Override
  public void close() {
    closed = true;
    List.copyOf(watches.keySet()).forEach(this::stop);
  }
}
