package io.airouter.model;

import java.util.List;
import java.util.Objects;

/**
 * How queries are matched with models: the workload classes in the order of lists, and the scoring
 * weights of classes that have none of their own.
 */
public record Policy(List<WorkloadClass> classes, ScoringWeights weights) {
  public Policy {
    classes = List.copyOf(classes);
    Objects.requireNonNull(weights);
  }
}
