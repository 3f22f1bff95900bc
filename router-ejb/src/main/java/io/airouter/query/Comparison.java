package io.airouter.query;

import io.airouter.model.ScoringWeights;
import io.airouter.query.Candidate.CriterionScores;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Says in words why the first candidate leads and what cost the others the most. */
final class Comparison {
  private Comparison() {}

  /** The same candidates in the same order, each eligible one with its reason. */
  static List<Candidate> explain(List<Candidate> ranked, ScoringWeights weights) {
    if (ranked.isEmpty() || !ranked.getFirst().eligible()) {
      return List.copyOf(ranked);
    }
    Candidate leader = ranked.getFirst();
    return ranked.stream()
        .map(c -> c.eligible() && c.reason().isEmpty() ? explained(c, leader, weights) : c)
        .toList();
  }

  private static Candidate explained(
      Candidate candidate, Candidate leader, ScoringWeights weights) {
    if (candidate.equals(leader)) {
      return candidate.because("best score");
    }
    double behind = leader.score() - candidate.score();
    if (behind < 0) {
      return candidate.because("scores higher, but " + leader.model() + " is preferred");
    }
    return candidate.because(
        Rounded.of(behind, 3)
            + " behind "
            + leader.model()
            + ", most by "
            + weakest(candidate.scores(), leader.scores(), weights));
  }

  private static String weakest(CriterionScores own, CriterionScores best, ScoringWeights weights) {
    Map<String, Double> shortfalls =
        Map.of(
            "capability", weights.capability() * (best.capability() - own.capability()),
            "load", weights.load() * (best.load() - own.load()),
            "cost", weights.cost() * (best.cost() - own.cost()),
            "response time", weights.responseTime() * (best.responseTime() - own.responseTime()));
    return shortfalls.entrySet().stream()
        .max(
            Map.Entry.<String, Double>comparingByValue()
                .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .orElseThrow();
  }
}
