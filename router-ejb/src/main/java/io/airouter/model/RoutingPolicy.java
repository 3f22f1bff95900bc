package io.airouter.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How the queries of one workload class are routed.
 *
 * @param allowedModels the only models it may use; empty for all
 * @param weights its own scoring weights, else the router's
 * @param defaultPriority for queries that name none
 * @param maxCost for one query, in the operator's currency
 * @param maxLatency the response time beyond which a model is left out
 */
public record RoutingPolicy(
    Set<ModelId> allowedModels,
    Optional<ScoringWeights> weights,
    Priority defaultPriority,
    Optional<BigDecimal> maxCost,
    Optional<Duration> maxLatency) {
  public static final RoutingPolicy OPEN =
      new RoutingPolicy(
          Set.of(), Optional.empty(), Priority.MEDIUM, Optional.empty(), Optional.empty());

  public RoutingPolicy {
    allowedModels = Set.copyOf(allowedModels);
  }

  public boolean allows(ModelId model) {
    return allowedModels.isEmpty() || allowedModels.contains(model);
  }
}
