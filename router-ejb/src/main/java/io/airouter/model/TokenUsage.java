package io.airouter.model;

/**
 * Tokens that one call used. {@code cachedInputTokens} is the part of {@code inputTokens} that the
 * upstream served from its prompt cache; {@code estimated} is true where the upstream said nothing
 * and the router counted for itself.
 */
public record TokenUsage(
    long inputTokens, long outputTokens, long cachedInputTokens, boolean estimated) {
  public static final TokenUsage NONE = new TokenUsage(0, 0, 0, false);

  public TokenUsage {
    if (inputTokens < 0 || outputTokens < 0 || cachedInputTokens < 0) {
      throw new IllegalArgumentException("token counts are not negative");
    }
    if (cachedInputTokens > inputTokens) {
      throw new IllegalArgumentException("cached input tokens are part of the input tokens");
    }
  }

  public static TokenUsage estimate(long inputTokens, long outputTokens) {
    return new TokenUsage(inputTokens, outputTokens, 0, true);
  }

  public long totalTokens() {
    return inputTokens + outputTokens;
  }
}
