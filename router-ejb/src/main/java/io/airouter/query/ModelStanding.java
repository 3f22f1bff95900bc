package io.airouter.query;

import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.model.Model;
import io.airouter.model.ModelLimits;
import io.airouter.table.EndpointLoad;
import io.airouter.table.RoutingTable;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How one model is doing at this moment, read once from the table's counters so that all criteria
 * see the same figures.
 *
 * @param serving its endpoints that may be called now
 * @param inFlight calls running on them
 * @param averageLatency over those of them that were called; empty when none was
 * @param requestsThisMinute admitted against the model's limit
 */
record ModelStanding(
    Model model,
    List<Endpoint> serving,
    int inFlight,
    Optional<Duration> averageLatency,
    long requestsThisMinute) {
  /** Calls in flight on one endpoint that count as half loaded. */
  private static final double HALF_LOADED = 8;

  static ModelStanding of(Model model, RoutingTask task, RoutingTable table, Instant now) {
    List<Endpoint> serving =
        task.snapshot().catalogue().endpointsOf(model.id()).stream()
            .filter(Endpoint::isServing)
            .toList();
    List<EndpointLoad> loads =
        serving.stream().map(Endpoint::id).map((EndpointId id) -> table.load(id)).toList();
    long[] known =
        loads.stream()
            .mapToLong(load -> load.averageLatency().toNanos())
            .filter(nanos -> nanos > 0)
            .toArray();
    Optional<Duration> latency =
        known.length == 0
            ? Optional.empty()
            : Optional.of(Duration.ofNanos(Arrays.stream(known).sum() / known.length));
    return new ModelStanding(
        model,
        serving,
        loads.stream().mapToInt(EndpointLoad::inFlight).sum(),
        latency,
        table.load(model.id()).requestsThisMinute(now));
  }

  boolean rateLimitReached() {
    return requestsThisMinute >= model.limits().requestsPerMinute();
  }

  /** 0 idle to 1 full: the worse of the endpoints' load and the use of the rate limit. */
  double utilisation() {
    double busy = serving.isEmpty() ? 1 : inFlight / (inFlight + HALF_LOADED * serving.size());
    long limit = model.limits().requestsPerMinute();
    double used =
        limit == ModelLimits.UNLIMITED ? 0 : Math.min(1, requestsThisMinute / (double) limit);
    return Math.max(busy, used);
  }
}
