package io.airouter.telemetry;

import io.airouter.history.EndpointStanding;
import io.airouter.history.HealthEvent;
import io.airouter.history.HealthEventLog;
import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.model.ModelCatalogue;
import io.airouter.table.RouteChange;
import io.airouter.table.RouteListener;
import io.airouter.table.RoutingTable;
import io.airouter.table.Snapshot;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Tells the log of each change of an endpoint's standing, whoever made it: a check, an operator, a
 * registration. Between its start and its end every endpoint's line is without gaps; before and
 * after, the endpoint counts as absent, because nobody looked. Runs on the table's writer and only
 * hands over.
 */
public final class HealthRecorder implements RouteListener, AutoCloseable {
  private final RoutingTable table;
  private final HealthEventLog log;
  private final InstantSource clock;
  private final String node;
  private volatile boolean closed;

  /**
   * Records nothing before {@link #start}.
   *
   * @param node this router's name
   */
  public HealthRecorder(RoutingTable table, HealthEventLog log, InstantSource clock, String node) {
    this.table = table;
    this.log = log;
    this.clock = clock;
    this.node = node;
  }

  /** Begins a line for each endpoint the table has, and follows its changes from now on. */
  public void start() {
    table.listen(this);
    for (Endpoint endpoint : table.snapshot().catalogue().endpoints()) {
      tell(
          endpoint.id(),
          EndpointStanding.ABSENT,
          EndpointStanding.of(endpoint),
          "the router started");
    }
  }

  @Override
  public void changed(RouteChange change, Snapshot before, Snapshot after) {
    if (closed) {
      return;
    }
    switch (change) {
      case RouteChange.EndpointHealthChanged one ->
          compare(one.endpoint(), before.catalogue(), after.catalogue());
      case RouteChange.EndpointAdminStateSet one ->
          compare(one.endpoint(), before.catalogue(), after.catalogue());
      case RouteChange.EndpointPut one ->
          compare(one.endpoint().id(), before.catalogue(), after.catalogue());
      case RouteChange.EndpointRemoved one ->
          compare(one.endpoint(), before.catalogue(), after.catalogue());
      case RouteChange.EndpointResolved own -> {}
      case RouteChange.EndpointWeightSet own -> {}
      case RouteChange.PolicySet own -> {}
      case RouteChange many -> compareAll(before.catalogue(), after.catalogue());
    }
  }

  private void compareAll(ModelCatalogue before, ModelCatalogue after) {
    after.endpoints().forEach(e -> compare(e.id(), before, after));
    before.endpoints().stream()
        .filter(e -> after.endpoint(e.id()).isEmpty())
        .forEach(e -> compare(e.id(), before, after));
  }

  private void compare(EndpointId id, ModelCatalogue before, ModelCatalogue after) {
    EndpointStanding from = standing(before.endpoint(id));
    EndpointStanding to = standing(after.endpoint(id));
    if (from != to) {
      tell(id, from, to, after.endpoint(id).map(HealthRecorder::reason).orElse("removed"));
    }
  }

  private static EndpointStanding standing(Optional<Endpoint> endpoint) {
    return endpoint.map(EndpointStanding::of).orElse(EndpointStanding.ABSENT);
  }

  private static String reason(Endpoint endpoint) {
    return switch (endpoint.adminState()) {
      case ACTIVE -> endpoint.health().reason();
      case DRAINING, MAINTENANCE -> "set by an operator";
    };
  }

  private void tell(EndpointId id, EndpointStanding from, EndpointStanding to, String reason) {
    log.append(new HealthEvent(id, clock.instant(), from, to, reason, node));
  }

  /** Ends each line; what changes after this is not told. */
  @Override
  public void close() {
    closed = true;
    for (Endpoint endpoint : table.snapshot().catalogue().endpoints()) {
      tell(
          endpoint.id(),
          EndpointStanding.of(endpoint),
          EndpointStanding.ABSENT,
          "the router stopped");
    }
  }
}
