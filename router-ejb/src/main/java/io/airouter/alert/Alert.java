package io.airouter.alert;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One time that a rule's comparison held for a subject on a node, from the first reading to its
 * end. It keeps the rule as it was at the last reading, for the history outlives rules.
 *
 * @param subject what was read, such as a model's id; empty for the node as a whole
 * @param value the newest reading
 * @param peak the worst reading
 * @param since when the comparison first held
 * @param end why it ended, in words; empty while it has not
 */
public record Alert(
    UUID id,
    AlertRule rule,
    String subject,
    String node,
    AlertState state,
    double value,
    double peak,
    Instant since,
    Optional<Instant> firedAt,
    Optional<Instant> endedAt,
    String end,
    Optional<Acknowledgement> acknowledgement) {
  private static final int DIGITS = 3;

  public Alert {
    Objects.requireNonNull(id);
    Objects.requireNonNull(rule);
    Objects.requireNonNull(subject);
    Objects.requireNonNull(node);
    Objects.requireNonNull(state);
    Objects.requireNonNull(since);
    Objects.requireNonNull(firedAt);
    Objects.requireNonNull(endedAt);
    Objects.requireNonNull(end);
    Objects.requireNonNull(acknowledgement);
  }

  static Alert pending(AlertRule rule, Identity identity, double value, Instant since) {
    return new Alert(
        identity.id(),
        rule,
        identity.subject(),
        identity.node(),
        AlertState.PENDING,
        value,
        value,
        since,
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.empty());
  }

  /** What stays the same of an alert, whatever becomes of it. */
  record Identity(UUID id, String subject, String node) {}

  /** The same alert with a newer reading, judged by the rule as it is now. */
  Alert read(AlertRule now, double reading) {
    double worst = now.comparison().isWorse(reading, peak) ? reading : peak;
    return new Alert(
        id,
        now,
        subject,
        node,
        state,
        reading,
        worst,
        since,
        firedAt,
        endedAt,
        end,
        acknowledgement);
  }

  Alert fired(Instant at) {
    return with(AlertState.FIRING, Optional.of(at), endedAt, end);
  }

  /** Ended: resolved if it had fired, else withdrawn. */
  Alert ended(Instant at, String why) {
    AlertState last = state == AlertState.FIRING ? AlertState.RESOLVED : AlertState.WITHDRAWN;
    return with(last, firedAt, Optional.of(at), why);
  }

  private Alert with(
      AlertState next, Optional<Instant> fired, Optional<Instant> ended, String why) {
    return new Alert(
        id, rule, subject, node, next, value, peak, since, fired, ended, why, acknowledgement);
  }

  /** The same alert, looked after. */
  public Alert acknowledged(Acknowledgement by) {
    return new Alert(
        id, rule, subject, node, state, value, peak, since, firedAt, endedAt, end, Optional.of(by));
  }

  /** One line for people. */
  public String summary() {
    String where = subject.isEmpty() ? "" : " of " + subject;
    return "%s%s on %s: %s is %s, limit %s %s %s"
        .formatted(
            rule.name(),
            where,
            node,
            rule.metric().word(),
            number(value),
            rule.comparison().sign(),
            rule.thresholdText(),
            rule.metric().unit());
  }

  /** With at most three digits behind the point, and none that says nothing. */
  public static String number(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
