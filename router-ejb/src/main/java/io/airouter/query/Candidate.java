package io.airouter.query;

import io.airouter.model.ModelId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;

/**
 * A model that was considered: its scores, and in words why it won, lost or was left out.
 *
 * @param score the weighted sum of the four criteria, 0..1; 0 where not eligible
 * @param estimatedCost of this query on this model, in the operator's currency
 * @param estimatedResponseTime from the model's recent calls
 */
public record Candidate(
    ModelId model,
    boolean eligible,
    double score,
    CriterionScores scores,
    BigDecimal estimatedCost,
    Duration estimatedResponseTime,
    String reason) {

  public Candidate {
    Objects.requireNonNull(model);
    Objects.requireNonNull(scores);
    Objects.requireNonNull(reason);
  }

  /** The same candidate with that reason. */
  Candidate because(String words) {
    return new Candidate(
        model, eligible, score, scores, estimatedCost, estimatedResponseTime, words);
  }

  /** Each criterion's score before weighting, 0..1, higher is better. */
  public record CriterionScores(double capability, double load, double cost, double responseTime) {
    public static final CriterionScores ZERO = new CriterionScores(0, 0, 0, 0);
  }
}
