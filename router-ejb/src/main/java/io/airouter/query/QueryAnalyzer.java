package io.airouter.query;

import io.airouter.model.Priority;
import io.airouter.model.QueryType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Understands a query by rules over English words: its type, how hard it is, how many tokens it
 * will take, how urgent it is. Immutable, safe for many threads, and bounded in time however long
 * the prompt: see {@link PromptText}.
 */
public final class QueryAnalyzer {
  /** Instructions stand first: a term among the first words counts more. */
  private static final int OPENING_WORDS = 12;

  private static final double OPENING_FACTOR = 1.5;
  private static final int SHORT_QUESTION_WORDS = 14;
  private static final int FEWEST_CODE_MARKS = 4;
  private static final int MOST_ARITHMETIC_SIGNS = 3;
  private static final double LEAST_EVIDENCE = 1.0;
  private static final int MOST_SIGNALS = 12;
  private static final Set<String> URGENT =
      Set.of("urgent", "urgently", "asap", "immediately", "emergency");

  private final Lexicon lexicon = Lexicon.english();

  /**
   * Analyses the query.
   *
   * @param classDefault the priority of the caller's workload class, where the caller names none
   */
  public QueryAnalysis analyze(RouteQuery query, Priority classDefault) {
    PromptText text = PromptText.of(query.prompt());
    List<String> signals = new ArrayList<>();
    Map<QueryType, Double> evidence = evidence(text, signals);
    QueryType type = strongest(evidence);
    double complexity = Complexity.of(type, text, signals);
    int inputTokens = TokenEstimate.ofRequest(query);
    int outputTokens =
        Math.min(
            OutputLength.expected(type, complexity, inputTokens),
            TokenEstimate.allowedOutput(query.chat()).orElse(Integer.MAX_VALUE));
    Priority priority = priority(query, classDefault, text, signals);
    return new QueryAnalysis(
        type, complexity, inputTokens, outputTokens, priority, confidence(type, evidence), signals);
  }

  private Map<QueryType, Double> evidence(PromptText text, List<String> signals) {
    Map<QueryType, Double> evidence = new EnumMap<>(QueryType.class);
    countPhrases(text, evidence, signals);
    countShape(text, evidence, signals);
    return evidence;
  }

  /** Each phrase counts once, or a long document would outvote the sentence that asks. */
  private void countPhrases(
      PromptText text, Map<QueryType, Double> evidence, List<String> signals) {
    Set<String> seen = new HashSet<>();
    List<String> words = text.words();
    for (int from = 0; from < words.size(); from++) {
      StringBuilder phrase = new StringBuilder();
      for (int n = 0; n < Lexicon.LONGEST_PHRASE && from + n < words.size(); n++) {
        phrase.append(n == 0 ? "" : " ").append(words.get(from + n));
        String candidate = phrase.toString();
        List<Lexicon.Sense> senses = lexicon.senses(candidate);
        if (!senses.isEmpty() && seen.add(candidate)) {
          double factor = from < OPENING_WORDS ? OPENING_FACTOR : 1;
          senses.forEach(s -> evidence.merge(s.type(), s.weight() * factor, Double::sum));
          signal(signals, "\"" + candidate + "\" (" + senses.getFirst().type().word() + ")");
        }
      }
    }
  }

  private static void countShape(
      PromptText text, Map<QueryType, Double> evidence, List<String> signals) {
    if (text.codeMarks() >= FEWEST_CODE_MARKS) {
      evidence.merge(QueryType.CODE_GENERATION, 4.0, Double::sum);
      signal(signals, "code marks");
    } else if (text.arithmetic() > 0) {
      double signs = Math.min(text.arithmetic(), MOST_ARITHMETIC_SIGNS);
      evidence.merge(QueryType.MATH_COMPUTATION, 3.0 + signs, Double::sum);
      signal(signals, "arithmetic signs beside digits");
    } else if (text.isQuestion() && text.words().size() <= SHORT_QUESTION_WORDS) {
      evidence.merge(QueryType.SIMPLE_QA, 1.0, Double::sum);
      signal(signals, "a short question");
    }
  }

  /** On a tie the more special type, which is never {@code simple_qa}. */
  private static QueryType strongest(Map<QueryType, Double> evidence) {
    return evidence.entrySet().stream()
        .filter(e -> e.getValue() >= LEAST_EVIDENCE)
        .max(
            Map.Entry.<QueryType, Double>comparingByValue()
                .thenComparing(Map.Entry::getKey, Comparator.comparing(QueryType::ordinal)))
        .map(Map.Entry::getKey)
        .orElse(QueryType.GENERAL);
  }

  /** The winner's share of all evidence, the less trusted the less evidence there is. */
  private static double confidence(QueryType type, Map<QueryType, Double> evidence) {
    double all = evidence.values().stream().mapToDouble(Double::doubleValue).sum();
    if (type == QueryType.GENERAL) {
      return 0.4;
    }
    return Math.clamp(0.35 + 0.65 * evidence.get(type) / (all + 1), 0, 0.99);
  }

  private static Priority priority(
      RouteQuery query, Priority classDefault, PromptText text, List<String> signals) {
    if (query.priority().isPresent()) {
      return query.priority().get();
    }
    if (classDefault != Priority.HIGH && text.words().stream().anyMatch(URGENT::contains)) {
      signals.add("priority raised to high: the prompt says it is urgent");
      return Priority.HIGH;
    }
    return classDefault;
  }

  private static void signal(List<String> signals, String words) {
    if (signals.size() < MOST_SIGNALS) {
      signals.add(words);
    }
  }
}
