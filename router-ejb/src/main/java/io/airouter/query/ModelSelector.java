package io.airouter.query;

import io.airouter.model.Model;
import io.airouter.model.Price;
import io.airouter.model.ScoringWeights;
import io.airouter.model.TokenUsage;
import io.airouter.query.Candidate.CriterionScores;
import io.airouter.table.RoutingTable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Ranks the models for a query by four criteria, each 0..1 and weighted:
 *
 * <ul>
 *   <li>capability: the model's grade for the query's type, raised to a power that grows with
 *       complexity, so that a fair model is good enough for a trivial question and not for a hard
 *       one;
 *   <li>load: what is left of its endpoints and of its rate limit;
 *   <li>cost: of this query, beside the dearest model that is eligible;
 *   <li>response time: two seconds score a half, and so does a model nobody has called yet.
 * </ul>
 *
 * Reads the table's counters; safe for many threads.
 */
public final class ModelSelector {
  /** Assumed of a model that was not called yet. */
  static final Duration NEUTRAL_RESPONSE_TIME = Duration.ofSeconds(2);

  private static final double EASIEST_POWER = 0.5;
  private static final double POWER_OF_COMPLEXITY = 1.5;
  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparing(Candidate::eligible)
          .thenComparing(Candidate::score)
          .reversed()
          .thenComparing(Candidate::model);

  private final RoutingTable table;

  public ModelSelector(RoutingTable table) {
    this.table = table;
  }

  /** All models of the snapshot, best first, a preferred one before all, those left out last. */
  List<Candidate> rank(RoutingTask task, Instant now) {
    List<Assessment> assessments =
        task.snapshot().catalogue().models().stream().map(m -> assess(m, task, now)).toList();
    BigDecimal dearest =
        assessments.stream()
            .filter(Assessment::eligible)
            .map(Assessment::cost)
            .max(Comparator.naturalOrder())
            .orElse(BigDecimal.ZERO);
    ScoringWeights weights = task.weights();
    List<Candidate> ranked = new ArrayList<>();
    assessments.forEach(a -> ranked.add(a.candidate(task, weights, dearest)));
    ranked.sort(BEST_FIRST);
    task.query().preferredModel().ifPresent(preferred -> Preference.apply(preferred, ranked));
    return Comparison.explain(ranked, weights);
  }

  private Assessment assess(Model model, RoutingTask task, Instant now) {
    ModelStanding standing = ModelStanding.of(model, task, table, now);
    BigDecimal cost = estimatedCost(model.price(), task.analysis());
    return new Assessment(standing, cost, Eligibility.objection(standing, task, cost));
  }

  private static BigDecimal estimatedCost(Price price, QueryAnalysis analysis) {
    return price.cost(
        TokenUsage.estimate(analysis.estimatedInputTokens(), analysis.estimatedOutputTokens()));
  }

  /** One model before it is compared with the others. */
  private record Assessment(ModelStanding standing, BigDecimal cost, Optional<String> objection) {
    boolean eligible() {
      return objection.isEmpty();
    }

    Candidate candidate(RoutingTask task, ScoringWeights weights, BigDecimal dearest) {
      CriterionScores scores = eligible() ? scores(task, dearest) : CriterionScores.ZERO;
      return new Candidate(
          standing.model().id(),
          eligible(),
          eligible() ? weighted(scores, weights) : 0,
          scores,
          cost,
          standing.averageLatency().orElse(NEUTRAL_RESPONSE_TIME),
          objection.orElse(""));
    }

    private CriterionScores scores(RoutingTask task, BigDecimal dearest) {
      double grade = standing.model().capability(task.analysis().type()).score();
      double power = EASIEST_POWER + POWER_OF_COMPLEXITY * task.analysis().complexity();
      double neutral = NEUTRAL_RESPONSE_TIME.toNanos();
      double latency = standing.averageLatency().orElse(NEUTRAL_RESPONSE_TIME).toNanos();
      return new CriterionScores(
          Math.pow(grade, power),
          1 - standing.utilisation(),
          cheapness(dearest),
          neutral / (neutral + latency));
    }

    /** All score 1 where nobody costs anything. */
    private double cheapness(BigDecimal dearest) {
      return dearest.signum() == 0 ? 1 : 1 - cost.doubleValue() / dearest.doubleValue();
    }

    private static double weighted(CriterionScores scores, ScoringWeights weights) {
      double sum =
          weights.capability() * scores.capability()
              + weights.load() * scores.load()
              + weights.cost() * scores.cost()
              + weights.responseTime() * scores.responseTime();
      return Math.clamp(sum, 0, 1);
    }
  }
}
