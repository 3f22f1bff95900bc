package io.airouter.query;

import io.airouter.model.Priority;
import io.airouter.model.QueryType;
import java.util.List;

/**
 * What the router understood of a query.
 *
 * @param complexity 0 (trivial) to 1 (hard)
 * @param estimatedInputTokens of the whole request
 * @param estimatedOutputTokens expected of the answer
 * @param confidence 0..1, how sure the type is
 * @param signals what spoke for it, for people
 */
public record QueryAnalysis(
    QueryType type,
    double complexity,
    int estimatedInputTokens,
    int estimatedOutputTokens,
    Priority priority,
    double confidence,
    List<String> signals) {

  public QueryAnalysis {
    if (!(complexity >= 0 && complexity <= 1) || !(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("complexity and confidence are 0..1");
    }
    if (estimatedInputTokens < 0 || estimatedOutputTokens < 0) {
      throw new IllegalArgumentException("token estimates are not negative");
    }
    signals = List.copyOf(signals);
  }
}
