package io.airouter.boot.configuration;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A scalar after its references were replaced: {@code ${NAME}} by the variable, {@code
 * ${NAME:-text}} by the text where the variable is not set, {@code $${} by itself.
 *
 * @param hasReference whether there was any
 * @param problems what could not be replaced
 */
record Substitution(String text, boolean hasReference, List<String> problems) {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\$\\{|\\$\\{([^}]*)}?");
  private static final Pattern NAME = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)(:-(.*))?");
  private static final String ESCAPED = "$${";

  Substitution {
    problems = List.copyOf(problems);
  }

  static Substitution of(String text, Function<String, Optional<String>> variables) {
    if (!text.contains("${")) {
      return new Substitution(text, false, List.of());
    }
    List<String> problems =
        REFERENCE
            .matcher(text)
            .results()
            .filter(reference -> value(reference, variables).isEmpty())
            .map(Substitution::problem)
            .toList();
    String replaced =
        REFERENCE
            .matcher(text)
            .replaceAll(
                reference -> Matcher.quoteReplacement(value(reference, variables).orElse("")));
    return new Substitution(replaced, true, problems);
  }

  private static Optional<String> value(
      MatchResult reference, Function<String, Optional<String>> variables) {
    if (reference.group().equals(ESCAPED)) {
      return Optional.of("${");
    }
    Matcher name = NAME.matcher(reference.group(1));
    if (!reference.group().endsWith("}") || !name.matches()) {
      return Optional.empty();
    }
    return variables.apply(name.group(1)).or(() -> Optional.ofNullable(name.group(3)));
  }

  private static String problem(MatchResult reference) {
    Matcher name = NAME.matcher(reference.group(1));
    return reference.group().endsWith("}") && name.matches()
        ? "the environment variable " + name.group(1) + " is not set"
        : "'" + reference.group() + "' is not allowed: ${NAME} or ${NAME:-default}";
  }
}
