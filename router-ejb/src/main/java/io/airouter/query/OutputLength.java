package io.airouter.query;

import io.airouter.model.QueryType;

/** How long an answer of a type usually is, in tokens; harder queries get longer ones. */
final class OutputLength {
  private static final int LEAST_SUMMARY = 80;
  private static final int LONGEST_SUMMARY = 1_000;
  private static final int SUMMARY_SHARE = 5;

  private OutputLength() {}

  static int expected(QueryType type, double complexity, int inputTokens) {
    int typical =
        switch (type) {
          case SIMPLE_QA -> 80;
          case MATH_COMPUTATION -> 150;
          case GENERAL -> 250;
          case DATA_ANALYSIS, CREATIVE_WRITING -> 500;
          case CODE_GENERATION -> 600;
          case COMPLEX_REASONING -> 700;
          case SUMMARIZATION ->
              Math.clamp(inputTokens / SUMMARY_SHARE, LEAST_SUMMARY, LONGEST_SUMMARY);
          case TRANSLATION -> Math.max(20, inputTokens);
        };
    boolean asLongAsItsInput = type == QueryType.TRANSLATION || type == QueryType.SUMMARIZATION;
    return asLongAsItsInput ? typical : (int) Math.round(typical * (0.5 + complexity));
  }
}
