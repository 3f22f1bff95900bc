package io.airouter.persistence;

import io.airouter.alert.AlertRule;
import io.airouter.alert.Comparison;
import io.airouter.alert.KeptRule;
import io.airouter.alert.Metric;
import io.airouter.alert.Severity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A row of {@code alert_rule}. */
@Entity
@Table(name = "alert_rule")
class AlertRuleRow {
  @Id private String id;
  private String name;
  private String metric;
  private String comparison;
  private double threshold;

  @Column(name = "for_seconds")
  private int forSeconds;

  private String severity;
  private boolean enabled;
  private long version;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Column(name = "changed_by")
  private String changedBy;

  protected AlertRuleRow() {}

  static AlertRuleRow of(KeptRule kept) {
    AlertRule rule = kept.rule();
    AlertRuleRow row = new AlertRuleRow();
    row.id = rule.id();
    row.name = rule.name();
    row.metric = rule.metric().word();
    row.comparison = rule.comparison().sign();
    row.threshold = rule.threshold();
    row.forSeconds = Math.toIntExact(rule.holdFor().toSeconds());
    row.severity = rule.severity().word();
    row.enabled = rule.enabled();
    row.version = kept.version();
    row.changedAt = kept.changedAt();
    row.changedBy = kept.changedBy();
    return row;
  }

  /** Empty where a newer version of the router wrote a metric that this one does not know. */
  Optional<KeptRule> toRule() {
    return Metric.ofWord(metric)
        .map(
            known ->
                new AlertRule(
                    id,
                    name,
                    known,
                    Comparison.ofSign(comparison).orElseThrow(),
                    threshold,
                    Duration.ofSeconds(forSeconds),
                    Severity.ofWord(severity).orElseThrow(),
                    enabled))
        .map(rule -> new KeptRule(rule, version, changedAt, changedBy));
  }

  long version() {
    return version;
  }
}
