package io.airouter.persistence;

import io.airouter.history.HistoryEntry;
import io.airouter.model.TokenUsage;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The columns of {@code routing_history} but the decision, which is most of a row. */
@MappedSuperclass
@IdClass(HistoryKey.class)
abstract class HistoryColumns {
  @Id
  @Column(name = "request_id")
  private String requestId;

  @Id
  @Column(name = "ts")
  private Instant at;

  private String face;
  private String caller;

  @Column(name = "source_eid")
  private String sourceEid;

  @Column(name = "workload_class")
  private String workloadClass;

  @Column(name = "query_type")
  private String queryType;

  private double complexity;
  private String priority;

  @Column(name = "model_id")
  private String modelId;

  @Column(name = "endpoint_id")
  private String endpointId;

  private String method;
  private String outcome;
  private Integer status;
  private int attempts;

  @Column(name = "input_tokens")
  private long inputTokens;

  @Column(name = "output_tokens")
  private long outputTokens;

  @Column(name = "cached_input_tokens")
  private long cachedInputTokens;

  @Column(name = "tokens_estimated")
  private boolean tokensEstimated;

  private BigDecimal cost;

  @Column(name = "routing_us")
  private long routingMicros;

  @Column(name = "total_us")
  private long totalMicros;

  private boolean streamed;
  private double score;

  HistoryEntry toEntry(String decision) {
    return new HistoryEntry(
        requestId,
        at,
        face,
        caller,
        sourceEid,
        workloadClass,
        queryType,
        complexity,
        priority,
        Optional.ofNullable(modelId),
        Optional.ofNullable(endpointId),
        method,
        outcome,
        Optional.ofNullable(status),
        attempts,
        new TokenUsage(inputTokens, outputTokens, cachedInputTokens, tokensEstimated),
        cost,
        Duration.of(routingMicros, ChronoUnit.MICROS),
        Duration.of(totalMicros, ChronoUnit.MICROS),
        streamed,
        score,
        decision);
  }
}
