package io.airouter.persistence;

import io.airouter.model.IpPrefix;
import io.airouter.model.ModelId;
import io.airouter.model.Priority;
import io.airouter.model.RoutingPolicy;
import io.airouter.model.ScoringWeights;
import io.airouter.model.WorkloadClass;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A row of {@code workload_class} with its sources and allowed models. */
@Entity
@Table(name = "workload_class")
class WorkloadClassRow {
  @Id private String name;
  private int position;

  @Column(name = "default_priority")
  private String defaultPriority;

  @Column(name = "max_cost")
  private BigDecimal maxCost;

  @Column(name = "max_latency_ms")
  private Long maxLatencyMs;

  @Column(name = "weight_capability")
  private Double weightCapability;

  @Column(name = "weight_load")
  private Double weightLoad;

  @Column(name = "weight_cost")
  private Double weightCost;

  @Column(name = "weight_response_time")
  private Double weightResponseTime;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "workload_class_source", joinColumns = @JoinColumn(name = "class"))
  @OrderColumn(name = "position")
  @Column(name = "prefix")
  private List<String> sources = new ArrayList<>();

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "workload_class_model", joinColumns = @JoinColumn(name = "class"))
  @Column(name = "model_id")
  private Set<String> allowedModels = new HashSet<>();

  protected WorkloadClassRow() {}

  static WorkloadClassRow of(WorkloadClass workloadClass, int position) {
    WorkloadClassRow row = new WorkloadClassRow();
    RoutingPolicy policy = workloadClass.policy();
    row.name = workloadClass.name();
    row.position = position;
    row.defaultPriority = Words.word(policy.defaultPriority());
    row.maxCost = policy.maxCost().orElse(null);
    row.maxLatencyMs = policy.maxLatency().map(Duration::toMillis).orElse(null);
    row.weightCapability = policy.weights().map(ScoringWeights::capability).orElse(null);
    row.weightLoad = policy.weights().map(ScoringWeights::load).orElse(null);
    row.weightCost = policy.weights().map(ScoringWeights::cost).orElse(null);
    row.weightResponseTime = policy.weights().map(ScoringWeights::responseTime).orElse(null);
    workloadClass.sources().forEach(prefix -> row.sources.add(prefix.toString()));
    policy.allowedModels().forEach(model -> row.allowedModels.add(model.value()));
    return row;
  }

  String name() {
    return name;
  }

  int position() {
    return position;
  }

  WorkloadClass toWorkloadClass() {
    RoutingPolicy policy =
        new RoutingPolicy(
            allowedModels.stream().map(ModelId::new).collect(Collectors.toSet()),
            weights(),
            Words.value(Priority.class, defaultPriority),
            Optional.ofNullable(maxCost),
            Optional.ofNullable(maxLatencyMs).map(Duration::ofMillis));
    return new WorkloadClass(name, sources.stream().map(IpPrefix::parse).toList(), policy);
  }

  /** All four or none, as a check of the table says. */
  private Optional<ScoringWeights> weights() {
    return Optional.ofNullable(weightCapability)
        .map(
            capability ->
                new ScoringWeights(capability, weightLoad, weightCost, weightResponseTime));
  }
}
