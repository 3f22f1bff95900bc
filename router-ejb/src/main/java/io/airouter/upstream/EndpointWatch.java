package io.airouter.upstream;

import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.model.ForbiddenHosts;
import io.airouter.model.Health;
import io.airouter.model.HealthState;
import io.airouter.model.HealthTrack;
import io.airouter.table.RouteChange.EndpointHealthChanged;
import io.airouter.table.RouteChange.EndpointResolved;
import io.airouter.table.RoutingTable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The checks of one endpoint, one after another. Ends with its endpoint. {@code stopped} is the
 * only field that two threads share; the track belongs to whichever check is running.
 */
public final class EndpointWatch {
  private static final Logger LOG = System.getLogger(EndpointWatch.class.getName());

  /** Checks are spread by a tenth of the interval to either side, so that they never march. */
  private static final double JITTER = 0.1;

  private final EndpointId id;
  private final RoutingTable table;
  private final Surroundings surroundings;
  private HealthTrack track = HealthTrack.START;
  private volatile boolean stopped;
  private volatile CheckTimer.Cancellation next = () -> {};

  /**
   * What the checks take from their surroundings.
   *
   * @param random safe for many threads
   */
  public record Surroundings(
      HealthCheckSettings settings,
      EndpointCheck check,
      CheckTimer timer,
      InstantSource clock,
      RandomGenerator random) {}

  EndpointWatch(EndpointId id, RoutingTable table, Surroundings surroundings) {
    this.id = id;
    this.table = table;
    this.surroundings = surroundings;
  }

  /** The first check comes soon, but not all endpoints' first checks at once. */
  void start(HealthState known) {
    track = new HealthTrack(known, 0, 0);
    Duration interval = surroundings.settings().interval();
    order(scaled(interval, JITTER * surroundings.random().nextDouble()));
  }

  void stop() {
    stopped = true;
    next.cancel();
  }

  private void order(Duration delay) {
    if (!stopped) {
      next = surroundings.timer().after(delay, this::runOnce);
    }
  }

  private void runOnce() {
    Optional<Endpoint> endpoint = table.snapshot().catalogue().endpoint(id);
    if (stopped || endpoint.isEmpty()) {
      return;
    }
    try {
      judge(checked(endpoint.get()));
    } catch (RuntimeException e) {
      // The next check must come whatever became of this one.
      LOG.log(Level.ERROR, "the check of endpoint " + id + " broke", e);
    }
    double factor = 1 + JITTER * (2 * surroundings.random().nextDouble() - 1);
    order(scaled(surroundings.settings().interval(), factor));
  }

  private CheckResult checked(Endpoint endpoint) {
    Optional<Endpoint> resolved = resolved(endpoint);
    if (resolved.isEmpty()) {
      return CheckResult.failed("host name does not resolve");
    }
    // A name, or a node that registers itself, may lead where no operator could point to.
    return known()
        .flatMap(
            e ->
                e.addresses().stream()
                    .flatMap(a -> ForbiddenHosts.objection(a).stream())
                    .findFirst())
        .map(CheckResult::failed)
        .orElseGet(() -> surroundings.check().check(resolved.get()));
  }

  private Optional<Endpoint> known() {
    return table.snapshot().catalogue().endpoint(id);
  }

  /** The endpoint, once its host stands for addresses; those that changed are told to the table. */
  private Optional<Endpoint> resolved(Endpoint endpoint) {
    String host = endpoint.baseUrl().getHost();
    try {
      // Sorted, since resolvers rotate their answers.
      List<InetAddress> addresses =
          Stream.of(InetAddress.getAllByName(host))
              .sorted(Comparator.comparing(InetAddress::getHostAddress))
              .toList();
      if (!addresses.equals(endpoint.addresses()) && !stopped) {
        table.apply(new EndpointResolved(id, addresses));
      }
      return Optional.of(endpoint);
    } catch (UnknownHostException e) {
      LOG.log(Level.DEBUG, "endpoint {0}: {1} does not resolve", id, host);
      return Optional.empty();
    }
  }

  /** Compares with what the table holds, not with the last verdict: an edit may have reset it. */
  private void judge(CheckResult result) {
    track = track.after(result.passed(), surroundings.settings().thresholds());
    boolean turned =
        table
            .snapshot()
            .catalogue()
            .endpoint(id)
            .filter(e -> e.health().state() != track.state())
            .isPresent();
    if (turned && !stopped) {
      LOG.log(Level.INFO, "endpoint {0} is {1}: {2}", id, track.state().word(), result.detail());
      Health health = new Health(track.state(), surroundings.clock().instant(), result.detail());
      table.apply(new EndpointHealthChanged(id, health));
    }
  }

  private static Duration scaled(Duration duration, double factor) {
    return Duration.ofNanos(Math.round(duration.toNanos() * factor));
  }
}
