package io.airouter.boot.configuration;

import io.airouter.model.ScoringWeights;
import java.math.BigDecimal;
import java.util.List;

/** Reads how much each criterion counts; the four add up to 1. */
final class WeightsReader {
  private WeightsReader() {}

  /**
   * The weights of a section.
   *
   * @param keys for capability, load, cost and response_time, in this order
   */
  static ScoringWeights weights(Section section, List<Key<BigDecimal>> keys) {
    List<Double> shares = keys.stream().map(key -> section.get(key).doubleValue()).toList();
    try {
      return new ScoringWeights(shares.get(0), shares.get(1), shares.get(2), shares.get(3));
    } catch (IllegalArgumentException e) {
      section
          .place()
          .refuse(
              "capability, load, cost and response_time add up to "
                  + shares.stream().mapToDouble(Double::doubleValue).sum()
                  + ", which is not allowed: 1");
      return ScoringWeights.DEFAULT;
    }
  }
}
