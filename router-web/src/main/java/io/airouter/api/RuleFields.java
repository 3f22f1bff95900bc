package io.airouter.api;

import io.airouter.alert.AlertRule;
import io.airouter.alert.Comparison;
import io.airouter.alert.Metric;
import io.airouter.alert.RefusedRuleException;
import io.airouter.alert.Severity;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * An alert rule as a request writes it.
 *
 * @param base what an absent field is taken from; empty: from the defaults, or it is required
 */
record RuleFields(Fields fields, Optional<AlertRule> base) {
  private static final Set<String> KNOWN =
      Set.of(
          "id",
          "name",
          "metric",
          "operator",
          "threshold",
          "for_seconds",
          "severity",
          "enabled",
          "unit",
          "version",
          "changed_at",
          "changed_by");
  private static final long DEFAULT_HOLD = 60;

  static RuleFields of(JsonObject body, Optional<AlertRule> base) {
    body.keySet().stream()
        .filter(name -> !KNOWN.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new RefusedRuleException(name, "left out; there is no such field");
            });
    return new RuleFields(new Fields(body, Problem.UNPROCESSABLE), base);
  }

  /** The rule of that id. */
  AlertRule rule(String id) {
    return new AlertRule(
        id,
        name(),
        word("metric", Metric::ofWord, Metric.words(), base.map(AlertRule::metric)),
        word(
            "operator",
            Comparison::ofSign,
            Comparison.signs(),
            base.map(AlertRule::comparison).or(() -> Optional.of(Comparison.ABOVE))),
        number("threshold")
            .or(() -> base.map(AlertRule::threshold))
            .orElseThrow(() -> new RefusedRuleException("threshold", "given: a number")),
        hold(),
        word(
            "severity",
            Severity::ofWord,
            Severity.words(),
            base.map(AlertRule::severity).or(() -> Optional.of(Severity.WARNING))),
        enabled());
  }

  /** The id that is given, or one made of the name. */
  String id() {
    return fields
        .text("id")
        .orElseGet(
            () ->
                name()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9]+", "-")
                    .replaceAll("^-|-$", ""));
  }

  private String name() {
    return fields
        .text("name")
        .or(() -> base.map(AlertRule::name))
        .orElseThrow(() -> new RefusedRuleException("name", "given: a text"));
  }

  private Duration hold() {
    Optional<Double> seconds = number("for_seconds");
    if (seconds.isEmpty()) {
      return base.map(AlertRule::holdFor).orElse(Duration.ofSeconds(DEFAULT_HOLD));
    }
    double value = seconds.get();
    boolean whole = value == Math.rint(value) && value >= 0;
    if (!whole || value > AlertRule.LONGEST_HOLD.toSeconds()) {
      throw new RefusedRuleException(
          "for_seconds", "a whole number 0.." + AlertRule.LONGEST_HOLD.toSeconds());
    }
    return Duration.ofSeconds((long) value);
  }

  private boolean enabled() {
    boolean given = !fields.object().getOrDefault("enabled", JsonValue.NULL).equals(JsonValue.NULL);
    return given ? fields.flag("enabled") : base.map(AlertRule::enabled).orElse(true);
  }

  private Optional<Double> number(String name) {
    JsonValue value = fields.object().getOrDefault(name, JsonValue.NULL);
    if (value.equals(JsonValue.NULL)) {
      return Optional.empty();
    }
    if (value instanceof JsonNumber number) {
      return Optional.of(number.doubleValue());
    }
    throw new RefusedRuleException(name, "a number");
  }

  private <T> T word(
      String name, Function<String, Optional<T>> known, List<String> words, Optional<T> absent) {
    Optional<String> given = fields.text(name);
    Optional<T> value = given.isPresent() ? given.flatMap(known) : absent;
    return value.orElseThrow(
        () -> new RefusedRuleException(name, "one of " + String.join(", ", words)));
  }
}
