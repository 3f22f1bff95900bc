package io.airouter.alert;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * When a person should look: a metric compared with a threshold, for so long. An alert fires once
 * the comparison held for {@code holdFor}, and is over once it did not hold for as long, so that a
 * figure around its threshold does not flap.
 *
 * @param id letters a-z, digits and '-', at most 63; never changes
 * @param name for people, at most 100 characters
 * @param holdFor whole seconds, at most a day; zero fires at the first reading
 */
public record AlertRule(
    String id,
    String name,
    Metric metric,
    Comparison comparison,
    double threshold,
    Duration holdFor,
    Severity severity,
    boolean enabled) {
  public static final Duration LONGEST_HOLD = Duration.ofDays(1);
  public static final int MAX_NAME = 100;

  private static final Pattern ID = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final double MAX_THRESHOLD = 1e12;

  public AlertRule {
    Objects.requireNonNull(metric);
    Objects.requireNonNull(comparison);
    Objects.requireNonNull(severity);
    name = name.strip();
    require(isId(id), "id", "letters a-z, digits and '-', at most 63");
    boolean named = !name.isEmpty() && name.length() <= MAX_NAME;
    require(
        named && name.chars().noneMatch(Character::isISOControl),
        "name",
        "1 to " + MAX_NAME + " characters without control characters");
    require(
        Double.isFinite(threshold) && Math.abs(threshold) <= MAX_THRESHOLD,
        "threshold",
        "a number of at most 10^12");
    require(
        !holdFor.isNegative()
            && holdFor.compareTo(LONGEST_HOLD) <= 0
            && holdFor.equals(Duration.ofSeconds(holdFor.toSeconds())),
        "for_seconds",
        "a whole number 0.." + LONGEST_HOLD.toSeconds());
  }

  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** The same rule, watched or not. */
  public AlertRule withEnabled(boolean watched) {
    return new AlertRule(id, name, metric, comparison, threshold, holdFor, severity, watched);
  }

  /** Its fields in words, by their names in the API. */
  public Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("name", name);
    words.put("metric", metric.word());
    words.put("operator", comparison.sign());
    words.put("threshold", thresholdText());
    words.put("for_seconds", String.valueOf(holdFor.toSeconds()));
    words.put("severity", severity.word());
    words.put("enabled", String.valueOf(enabled));
    return words;
  }

  /** The threshold with all its digits: rounded, it would be another rule. */
  public String thresholdText() {
    return BigDecimal.valueOf(threshold).stripTrailingZeros().toPlainString();
  }

  boolean holds(double reading) {
    return comparison.holds(reading, threshold);
  }

  private static void require(boolean condition, String field, String allowed) {
    if (!condition) {
      throw new RefusedRuleException(field, allowed);
    }
  }
}
