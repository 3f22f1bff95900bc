package io.airouter.history;

import io.airouter.model.TokenUsage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One routed query as it is kept: a row of {@code routing_history}. Words where the engine has
 * enumerations, because history outlives them. No prompt text; {@code decisionJson} is the decision
 * as the API shows it, without prompt and answer.
 *
 * @param outcome {@code ok}, {@code dry_run}, {@code no_endpoint}, {@code upstream_error}, {@code
 *     rejected} or {@code client_gone}
 * @param attempts how many endpoints were called
 * @param routingTime until the endpoint was chosen
 * @param totalTime until the answer was complete
 */
public record HistoryEntry(
    String requestId,
    Instant at,
    String face,
    String caller,
    String sourceEid,
    String workloadClass,
    String queryType,
    double complexity,
    String priority,
    Optional<String> model,
    Optional<String> endpoint,
    String method,
    String outcome,
    Optional<Integer> status,
    int attempts,
    TokenUsage usage,
    BigDecimal cost,
    Duration routingTime,
    Duration totalTime,
    boolean streamed,
    double score,
    String decisionJson) {
  /** The outcome of a query that was answered. */
  public static final String OK = "ok";

  /** The outcomes of queries that the router could not serve. */
  public static final Set<String> ERRORS = Set.of("no_endpoint", "upstream_error");

  /** The outcome of a query that was only decided. */
  public static final String DRY_RUN = "dry_run";
}
