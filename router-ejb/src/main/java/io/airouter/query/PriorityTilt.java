package io.airouter.query;

import io.airouter.model.Priority;
import io.airouter.model.ScoringWeights;

/**
 * How a priority shifts the scoring weights: an urgent query cares more for quality and speed than
 * for cost, one that can wait the other way round. The factors are small on purpose, and the result
 * is scaled to add up to 1 again, so that the operator's weights stay the main word.
 */
record PriorityTilt(double capability, double load, double cost, double responseTime) {
  private static final PriorityTilt URGENT = new PriorityTilt(1.25, 1, 0.5, 1.5);
  private static final PriorityTilt NONE = new PriorityTilt(1, 1, 1, 1);
  private static final PriorityTilt PATIENT = new PriorityTilt(1, 1, 1.5, 0.5);

  static PriorityTilt of(Priority priority) {
    return switch (priority) {
      case HIGH -> URGENT;
      case MEDIUM -> NONE;
      case LOW -> PATIENT;
    };
  }

  ScoringWeights apply(ScoringWeights base) {
    double c = base.capability() * capability;
    double l = base.load() * load;
    double m = base.cost() * cost;
    double r = base.responseTime() * responseTime;
    double sum = c + l + m + r;
    return sum == 0 ? base : new ScoringWeights(c / sum, l / sum, m / sum, r / sum);
  }
}
