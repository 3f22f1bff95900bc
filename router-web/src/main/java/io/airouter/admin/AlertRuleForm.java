package io.airouter.admin;

import io.airouter.alert.AlertRule;
import io.airouter.alert.Comparison;
import io.airouter.alert.Metric;
import io.airouter.alert.RefusedRuleException;
import io.airouter.alert.Severity;
import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.util.Locale;

/** The fields of the rule page as they are typed. */
public class AlertRuleForm implements Serializable {
  @Serial private static final long serialVersionUID = 1;

  private String name = "";
  private String metric = Metric.CPU_PERCENT.word();
  private String comparison = Comparison.ABOVE.sign();
  private String threshold = "";
  private String forSeconds = "60";
  private String severity = Severity.WARNING.word();
  private boolean enabled = true;

  void show(AlertRule rule) {
    name = rule.name();
    metric = rule.metric().word();
    comparison = rule.comparison().sign();
    threshold = rule.thresholdText();
    forSeconds = String.valueOf(rule.holdFor().toSeconds());
    severity = rule.severity().word();
    enabled = rule.enabled();
  }

  /**
   * The rule that was typed.
   *
   * @param id empty for one that is made of the name
   */
  AlertRule rule(String id) {
    String made = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return new AlertRule(
        id.isEmpty() ? made.replaceAll("^-|-$", "") : id,
        name,
        Metric.ofWord(metric).orElseThrow(() -> wrong("metric", Metric.words())),
        Comparison.ofSign(comparison).orElseThrow(() -> wrong("operator", Comparison.signs())),
        number(),
        hold(),
        Severity.ofWord(severity).orElseThrow(() -> wrong("severity", Severity.words())),
        enabled);
  }

  private static RefusedRuleException wrong(String field, Iterable<String> words) {
    return new RefusedRuleException(field, "one of " + String.join(", ", words));
  }

  private double number() {
    try {
      return Double.parseDouble(threshold.strip());
    } catch (NumberFormatException e) {
      throw new RefusedRuleException("threshold", "a number");
    }
  }

  private Duration hold() {
    if (!forSeconds.strip().matches("\\d{1,6}")) {
      throw new RefusedRuleException(
          "for_seconds", "a whole number 0.." + AlertRule.LONGEST_HOLD.toSeconds());
    }
    return Duration.ofSeconds(Long.parseLong(forSeconds.strip()));
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name == null ? "" : name;
  }

  public String getMetric() {
    return metric;
  }

  public void setMetric(String metric) {
    this.metric = metric;
  }

  public String getComparison() {
    return comparison;
  }

  public void setComparison(String comparison) {
    this.comparison = comparison;
  }

  public String getThreshold() {
    return threshold;
  }

  public void setThreshold(String threshold) {
    this.threshold = threshold == null ? "" : threshold;
  }

  public String getForSeconds() {
    return forSeconds;
  }

  public void setForSeconds(String forSeconds) {
    this.forSeconds = forSeconds == null ? "" : forSeconds;
  }

  public String getSeverity() {
    return severity;
  }

  public void setSeverity(String severity) {
    this.severity = severity;
  }

  public boolean isEnabled() {
    return enabled;
  }

  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }
}
