package io.airouter.query;

import io.airouter.model.QueryType;
import java.util.List;
import java.util.Set;

/**
 * How hard a query is, 0 to 1: what its type asks for anyway, and more for length, for several
 * questions or sentences, and for words of constraint and depth.
 */
final class Complexity {
  private static final double PER_WORD_OF_DEPTH = 0.07;
  private static final int MOST_WORDS_OF_DEPTH = 4;
  private static final double PER_SENTENCE = 0.02;
  private static final double MOST_FOR_SENTENCES = 0.12;
  private static final double PER_DOUBLING = 0.025;
  private static final int SHORT_LENGTH = 100;
  private static final double MOST_FOR_LENGTH = 0.25;
  private static final Set<String> DEPTH =
      Set.of(
          "analyze",
          "analyse",
          "compare",
          "prove",
          "derive",
          "optimize",
          "optimise",
          "design",
          "architecture",
          "distributed",
          "concurrent",
          "scalable",
          "trade-offs",
          "constraints",
          "must",
          "ensure",
          "detailed",
          "thorough",
          "comprehensive",
          "implications",
          "justify",
          "evaluate",
          "strategy",
          "complex",
          "advanced",
          "multiple",
          "edge",
          "rigorous",
          "step-by-step",
          "step");

  private Complexity() {}

  static double of(QueryType type, PromptText text, List<String> signals) {
    long depth =
        Math.min(
            MOST_WORDS_OF_DEPTH, text.words().stream().filter(DEPTH::contains).distinct().count());
    double forSentences =
        Math.min(
            MOST_FOR_SENTENCES,
            PER_SENTENCE * Math.max(0, text.sentences() + text.questions() - 1));
    double doublings = Math.log(Math.max(1.0, (double) text.length() / SHORT_LENGTH)) / Math.log(2);
    double forLength = Math.min(MOST_FOR_LENGTH, PER_DOUBLING * doublings);
    double sum = base(type) + depth * PER_WORD_OF_DEPTH + forSentences + forLength;
    double complexity = Math.clamp(Math.round(sum * 100) / 100.0, 0.0, 1.0);
    signals.add(
        "complexity "
            + Rounded.of(complexity, 2)
            + ": "
            + depth
            + " words of depth, "
            + text.length()
            + " characters");
    return complexity;
  }

  private static double base(QueryType type) {
    return switch (type) {
      case SIMPLE_QA -> 0.1;
      case TRANSLATION, GENERAL -> 0.2;
      case SUMMARIZATION -> 0.25;
      case CREATIVE_WRITING -> 0.35;
      case MATH_COMPUTATION -> 0.35;
      case CODE_GENERATION, DATA_ANALYSIS -> 0.4;
      case COMPLEX_REASONING -> 0.55;
    };
  }
}
