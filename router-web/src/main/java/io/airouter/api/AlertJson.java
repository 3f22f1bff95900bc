package io.airouter.api;

import io.airouter.alert.Alert;
import io.airouter.alert.AlertRule;
import io.airouter.alert.Delivery;
import io.airouter.alert.KeptRule;
import io.airouter.model.Difference;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Alerts, rules and deliveries as the API shows them. */
final class AlertJson {
  private AlertJson() {}

  static JsonObjectBuilder alert(Alert alert) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", alert.id().toString())
            .add("state", alert.state().word())
            .add("severity", alert.rule().severity().word())
            .add("summary", alert.summary())
            .add("rule", rule(alert.rule()))
            .add("subject", alert.subject())
            .add("node", alert.node())
            .add("value", number(alert.value()))
            .add("peak", number(alert.peak()))
            .add("since", alert.since().toString());
    time(json, "fired_at", alert.firedAt());
    time(json, "resolved_at", alert.endedAt());
    json.add("end", alert.end());
    alert
        .acknowledgement()
        .ifPresentOrElse(
            by ->
                json.add(
                    "acknowledged",
                    Json.createObjectBuilder()
                        .add("by", by.who())
                        .add("at", by.at().toString())
                        .add("note", by.note())),
            () -> json.addNull("acknowledged"));
    return json;
  }

  private static void time(JsonObjectBuilder json, String name, Optional<Instant> time) {
    time.ifPresentOrElse(at -> json.add(name, at.toString()), () -> json.addNull(name));
  }

  static JsonObjectBuilder kept(KeptRule kept) {
    return rule(kept.rule())
        .add("version", kept.version())
        .add("changed_at", kept.changedAt().toString())
        .add("changed_by", kept.changedBy());
  }

  static JsonObjectBuilder rule(AlertRule rule) {
    return Json.createObjectBuilder()
        .add("id", rule.id())
        .add("name", rule.name())
        .add("metric", rule.metric().word())
        .add("operator", rule.comparison().sign())
        .add("threshold", new BigDecimal(rule.thresholdText()))
        .add("unit", rule.metric().unit())
        .add("for_seconds", rule.holdFor().toSeconds())
        .add("severity", rule.severity().word())
        .add("enabled", rule.enabled());
  }

  static JsonObjectBuilder delivery(Delivery delivery) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", delivery.id().toString())
            .add("alert", delivery.alert().toString())
            .add("webhook", delivery.webhook())
            .add("event", delivery.event())
            .add("state", delivery.state().word())
            .add("attempts", delivery.attempts());
    delivery.status().ifPresentOrElse(s -> json.add("status", s), () -> json.addNull("status"));
    return json.add("problem", delivery.problem())
        .add("created_at", delivery.createdAt().toString())
        .add("updated_at", delivery.updatedAt().toString());
  }

  static JsonArrayBuilder differences(List<Difference> differences) {
    JsonArrayBuilder json = Json.createArrayBuilder();
    differences.forEach(
        d ->
            json.add(
                Json.createObjectBuilder()
                    .add("subject", d.subject())
                    .add("field", d.field())
                    .add("before", d.before())
                    .add("after", d.after())));
    return json;
  }

  private static BigDecimal number(double value) {
    return new BigDecimal(Alert.number(value));
  }
}
