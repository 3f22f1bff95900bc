package io.airouter.model;

/**
 * How much each criterion counts when models are compared; not negative, and their sum is 1 within
 * a hundredth.
 */
public record ScoringWeights(double capability, double load, double cost, double responseTime) {
  public static final ScoringWeights DEFAULT = new ScoringWeights(0.4, 0.3, 0.2, 0.1);

  private static final double TOLERANCE = 0.01;

  public ScoringWeights {
    if (!(capability >= 0 && load >= 0 && cost >= 0 && responseTime >= 0)) {
      throw new IllegalArgumentException("a scoring weight is not negative");
    }
    if (Math.abs(capability + load + cost + responseTime - 1) > TOLERANCE) {
      throw new IllegalArgumentException(
          "capability, load, cost and response_time add up to 1, not "
              + (capability + load + cost + responseTime));
    }
  }
}
