package io.airouter.persistence;

import io.airouter.model.ScoringWeights;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row of {@code policy}. */
@Entity
@Table(name = "policy")
class PolicyRow {
  static final short ONLY = 1;

  @Id private short id = ONLY;

  @Column(name = "weight_capability")
  private double weightCapability;

  @Column(name = "weight_load")
  private double weightLoad;

  @Column(name = "weight_cost")
  private double weightCost;

  @Column(name = "weight_response_time")
  private double weightResponseTime;

  protected PolicyRow() {}

  static PolicyRow of(ScoringWeights weights) {
    PolicyRow row = new PolicyRow();
    row.weightCapability = weights.capability();
    row.weightLoad = weights.load();
    row.weightCost = weights.cost();
    row.weightResponseTime = weights.responseTime();
    return row;
  }

  ScoringWeights toWeights() {
    return new ScoringWeights(weightCapability, weightLoad, weightCost, weightResponseTime);
  }
}
