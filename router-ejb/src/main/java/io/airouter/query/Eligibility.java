package io.airouter.query;

import io.airouter.model.ModelId;
import io.airouter.model.RoutingPolicy;
import java.math.BigDecimal;
import java.util.Optional;

/** Which models may answer a query at all; the first reason against one is told. */
final class Eligibility {
  private Eligibility() {}

  /** Why not, in words; empty for an eligible model. */
  static Optional<String> objection(ModelStanding standing, RoutingTask task, BigDecimal cost) {
    return byPolicy(standing, task)
        .or(() -> byCapacity(standing, task))
        .or(() -> byLimit(standing, task, cost));
  }

  private static Optional<String> byPolicy(ModelStanding standing, RoutingTask task) {
    ModelId id = standing.model().id();
    if (!standing.model().enabled()) {
      return Optional.of("disabled");
    }
    if (!task.workloadClass().policy().allows(id)) {
      return Optional.of("not allowed by class " + task.workloadClass().name());
    }
    Optional<ModelId> preferred = task.query().preferredModel();
    if (task.query().strict() && !preferred.equals(Optional.of(id))) {
      return Optional.of("the caller insists on " + preferred.map(ModelId::value).orElse(""));
    }
    return Optional.empty();
  }

  private static Optional<String> byCapacity(ModelStanding standing, RoutingTask task) {
    if (standing.serving().isEmpty()) {
      return Optional.of("no healthy endpoint");
    }
    long needed =
        (long) task.analysis().estimatedInputTokens() + task.analysis().estimatedOutputTokens();
    int window = standing.model().contextWindow();
    if (needed > window) {
      return Optional.of("context window of " + window + " is too small for " + needed + " tokens");
    }
    if (needed > standing.model().limits().tokensPerMinute()) {
      return Optional.of(
          needed + " tokens exceed " + standing.model().limits().tokensPerMinute() + " a minute");
    }
    return Optional.empty();
  }

  private static Optional<String> byLimit(
      ModelStanding standing, RoutingTask task, BigDecimal cost) {
    if (standing.rateLimitReached()) {
      return Optional.of(
          "rate limit of " + standing.model().limits().requestsPerMinute() + " a minute reached");
    }
    RoutingPolicy policy = task.workloadClass().policy();
    if (policy.maxCost().filter(limit -> cost.compareTo(limit) > 0).isPresent()) {
      return Optional.of(
          "estimated cost "
              + cost.stripTrailingZeros().toPlainString()
              + " is above the cost limit "
              + policy.maxCost().get().toPlainString());
    }
    return policy
        .maxLatency()
        .filter(limit -> standing.averageLatency().filter(a -> a.compareTo(limit) > 0).isPresent())
        .map(
            limit ->
                "average response time "
                    + standing.averageLatency().get().toMillis()
                    + " ms is above the latency limit "
                    + limit.toMillis()
                    + " ms");
  }
}
