package io.airouter.persistence;

import io.airouter.alert.Acknowledgement;
import io.airouter.alert.Alert;
import io.airouter.alert.AlertRule;
import io.airouter.alert.AlertState;
import io.airouter.alert.Comparison;
import io.airouter.alert.Metric;
import io.airouter.alert.Severity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/**
 * A row of {@code alert}. Only the columns that changed are written, because its node writes its
 * state and any node its acknowledgement.
 */
@Entity
@DynamicUpdate
@Table(name = "alert")
class AlertRow {
  @Id private UUID id;

  @Column(name = "rule_id")
  private String ruleId;

  @Column(name = "rule_name")
  private String ruleName;

  private String metric;
  private String comparison;
  private double threshold;

  @Column(name = "for_seconds")
  private int forSeconds;

  private String severity;
  private String subject;
  private String node;
  private String state;
  private double value;
  private double peak;
  private Instant since;

  @Column(name = "fired_at")
  private Instant firedAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "ended_because")
  private String endedBecause;

  @Column(name = "kept_at")
  private Instant keptAt;

  @Column(name = "acknowledged_by")
  private String acknowledgedBy;

  @Column(name = "acknowledged_at")
  private Instant acknowledgedAt;

  private String note;

  protected AlertRow() {}

  static AlertRow of(Alert alert, Instant at) {
    AlertRow row = new AlertRow();
    row.id = alert.id();
    row.take(alert, at);
    return row;
  }

  /** Becomes the alert as it is, its acknowledgement aside. */
  final void take(Alert alert, Instant at) {
    AlertRule rule = alert.rule();
    ruleId = rule.id();
    ruleName = rule.name();
    metric = rule.metric().word();
    comparison = rule.comparison().sign();
    threshold = rule.threshold();
    forSeconds = Math.toIntExact(rule.holdFor().toSeconds());
    severity = rule.severity().word();
    subject = alert.subject();
    node = alert.node();
    state = alert.state().word();
    value = alert.value();
    peak = alert.peak();
    since = alert.since();
    firedAt = alert.firedAt().orElse(null);
    endedAt = alert.endedAt().orElse(null);
    endedBecause = alert.end();
    keptAt = at;
  }

  void acknowledge(Acknowledgement by) {
    acknowledgedBy = by.who();
    acknowledgedAt = by.at();
    note = by.note();
  }

  /** Empty where a newer version of the router wrote a metric that this one does not know. */
  Optional<Alert> toAlert() {
    return Metric.ofWord(metric).map(this::toAlert);
  }

  private Alert toAlert(Metric known) {
    AlertRule rule =
        new AlertRule(
            ruleId,
            ruleName,
            known,
            Comparison.ofSign(comparison).orElseThrow(),
            threshold,
            Duration.ofSeconds(forSeconds),
            Severity.ofWord(severity).orElseThrow(),
            true);
    return new Alert(
        id,
        rule,
        subject,
        node,
        AlertState.ofWord(state).orElseThrow(),
        value,
        peak,
        since,
        Optional.ofNullable(firedAt),
        Optional.ofNullable(endedAt),
        endedBecause,
        Optional.ofNullable(acknowledgedBy)
            .map(who -> new Acknowledgement(who, acknowledgedAt, note)));
  }
}
