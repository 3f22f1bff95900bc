package io.airouter.admin;

import io.airouter.alert.Alert;
import io.airouter.alert.AlertState;
import java.time.Duration;
import java.time.Instant;

/** One alert in a table. */
public record AlertLine(
    String id,
    StatusMark mark,
    String severity,
    String rule,
    String subject,
    String node,
    String reading,
    String limit,
    String since,
    String lasted,
    String acknowledged,
    String note,
    String end) {

  static AlertLine of(Alert alert, Instant now) {
    String unit = alert.rule().metric().unit();
    return new AlertLine(
        alert.id().toString(),
        mark(alert),
        alert.rule().severity().word(),
        alert.rule().name(),
        alert.subject(),
        alert.node(),
        Alert.number(alert.value()) + " " + unit,
        alert.rule().comparison().sign() + " " + alert.rule().thresholdText() + " " + unit,
        Figures.dayAndTime(alert.since()),
        Figures.age(Duration.between(alert.since(), alert.endedAt().orElse(now))),
        alert.acknowledgement().map(by -> by.who()).orElse(""),
        alert.acknowledgement().map(by -> by.note()).orElse(""),
        alert.end());
  }

  static StatusMark mark(Alert alert) {
    return switch (alert.state()) {
      case PENDING -> new StatusMark("idle", "clock", "Pending");
      case FIRING ->
          switch (alert.rule().severity()) {
            case CRITICAL -> new StatusMark("bad", "bell", "Firing");
            case WARNING -> new StatusMark("warn", "bell", "Firing");
            case INFO -> new StatusMark("idle", "bell", "Firing");
          };
      case RESOLVED, WITHDRAWN -> StatusMark.ok("Resolved");
    };
  }

  static boolean isFiring(Alert alert) {
    return alert.state() == AlertState.FIRING;
  }
}
