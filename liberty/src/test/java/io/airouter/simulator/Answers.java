package io.airouter.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the short, deterministic answer of a simulated model: it says that it is simulated, which
 * model and endpoint gave it, and reflects the prompt's kind and topic.
 */
final class Answers {

  private static final int READ_CHARACTERS = 8000;
  private static final int TOPIC_WORDS = 5;
  private static final Pattern WORD = Pattern.compile("\\p{L}{4,40}");
  private static final Set<String> STOP_WORDS =
      Set.of(
          "about",
          "also",
          "been",
          "briefly",
          "between",
          "could",
          "describe",
          "does",
          "each",
          "explain",
          "following",
          "from",
          "give",
          "have",
          "help",
          "into",
          "just",
          "like",
          "make",
          "more",
          "most",
          "much",
          "only",
          "other",
          "please",
          "really",
          "short",
          "should",
          "some",
          "summarise",
          "summarize",
          "summary",
          "tell",
          "text",
          "than",
          "that",
          "their",
          "them",
          "then",
          "there",
          "these",
          "they",
          "this",
          "translate",
          "want",
          "were",
          "what",
          "when",
          "where",
          "which",
          "while",
          "will",
          "with",
          "would",
          "write",
          "your");

  private Answers() {}

  static String to(String prompt, FleetEntry who) {
    String read = prompt.length() > READ_CHARACTERS ? prompt.substring(0, READ_CHARACTERS) : prompt;
    return "Simulated answer of " + who.model() + " at " + who.id() + ": " + body(read.strip());
  }

  private static String body(String prompt) {
    if (prompt.isEmpty()) {
      return "the last message holds no text, so there is nothing to answer.";
    }
    Optional<String> sum = Arithmetic.solve(prompt);
    if (sum.isPresent()) {
      return sum.get() + ".";
    }
    String lower = prompt.toLowerCase(Locale.ROOT);
    String topic = topic(lower);
    if (mentions(lower, "summar", "tl;dr", "key points")) {
      return "in short, the text is about " + topic + ".";
    }
    if (mentions(lower, "translat")) {
      return "the words to translate concern " + topic + "; a real model would translate them.";
    }
    if (mentions(lower, "code", "function", "script", "program", "implement", "sql", "class ")) {
      return "a sketch for " + topic + ":\n" + Snippets.in(lower);
    }
    if (mentions(lower, "poem", "story", "haiku", "song", "slogan")) {
      return "once there was " + topic + ", and everyone who heard of it wished to know the end.";
    }
    if (mentions(lower, "analyse", "analyze", "compare", "trend", "data")) {
      return "three things to look at in " + topic + ": the range, the trend, and the outliers.";
    }
    if (mentions(lower, "why", "explain", "reason", "how ", "step by step")) {
      return "first, define " + topic + "; second, find causes; third, weigh them one by one.";
    }
    return "you ask about " + topic + "; a real model would know the facts.";
  }

  private static boolean mentions(String prompt, String... cues) {
    return List.of(cues).stream().anyMatch(prompt::contains);
  }

  /** The most frequent long words, first met first. */
  static String topic(String lower) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Matcher words = WORD.matcher(lower);
    while (words.find()) {
      if (!STOP_WORDS.contains(words.group())) {
        counts.merge(words.group(), 1, Integer::sum);
      }
    }
    List<String> top =
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .limit(TOPIC_WORDS)
            .map(Map.Entry::getKey)
            .toList();
    return top.isEmpty() ? "that" : String.join(", ", top);
  }
}
