package io.airouter.admin;

import io.airouter.alert.AlertRule;
import io.airouter.alert.KeptRule;

/** One alert rule in a table. */
public record RuleLine(
    String id, String name, StatusMark mark, String condition, String severity, String changed) {
  static RuleLine of(KeptRule kept) {
    AlertRule rule = kept.rule();
    return new RuleLine(
        rule.id(),
        rule.name(),
        rule.enabled() ? StatusMark.ok("Watched") : StatusMark.idle("Disabled"),
        "%s %s %s %s for %s"
            .formatted(
                rule.metric().word(),
                rule.comparison().sign(),
                rule.thresholdText(),
                rule.metric().unit(),
                Figures.age(rule.holdFor())),
        rule.severity().word(),
        kept.changedBy() + ", " + Figures.dayAndTime(kept.changedAt()));
  }
}
