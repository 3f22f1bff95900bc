package io.airouter.model;

import java.math.BigDecimal;

/**
 * What a model's tokens cost, in the operator's currency for each 1,000,000 tokens: input, output
 * and input served from the upstream's prompt cache. Decimal, never binary fractions.
 */
public record Price(BigDecimal input, BigDecimal output, BigDecimal cachedInput) {
  /** A model that costs nothing, such as one on the operator's own GPU. */
  public static final Price FREE = new Price(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  private static final int MILLION_DIGITS = 6;

  public Price {
    if (input.signum() < 0 || output.signum() < 0 || cachedInput.signum() < 0) {
      throw new IllegalArgumentException("a price is not negative");
    }
  }

  /** One price a token for input and output alike, as the {@code cost_per_token} of the API. */
  public static Price perToken(BigDecimal costPerToken) {
    BigDecimal perMillion = costPerToken.movePointRight(MILLION_DIGITS);
    return new Price(perMillion, perMillion, perMillion);
  }

  /** The price of one input token, the single figure that {@code cost_per_token} shows. */
  public BigDecimal costPerToken() {
    return input.movePointLeft(MILLION_DIGITS);
  }

  /** The price of that usage; cached input tokens are part of the input tokens. */
  public BigDecimal cost(TokenUsage usage) {
    long fresh = usage.inputTokens() - usage.cachedInputTokens();
    return input
        .multiply(BigDecimal.valueOf(fresh))
        .add(cachedInput.multiply(BigDecimal.valueOf(usage.cachedInputTokens())))
        .add(output.multiply(BigDecimal.valueOf(usage.outputTokens())))
        .movePointLeft(MILLION_DIGITS);
  }
}
