package io.airouter.webhook;

import io.airouter.alert.Alert;
import io.airouter.alert.Delivery;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;

/** An alert as hooks are told of it. */
final class WebhookBody {
  /** Looked up once: each look-up asks the class loader. */
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  private WebhookBody() {}

  static String of(Alert alert, Delivery delivery) {
    JsonObjectBuilder rule =
        JSON.createObjectBuilder()
            .add("id", alert.rule().id())
            .add("name", alert.rule().name())
            .add("metric", alert.rule().metric().word())
            .add("operator", alert.rule().comparison().sign())
            .add("threshold", alert.rule().threshold())
            .add("for_seconds", alert.rule().holdFor().toSeconds());
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("event", delivery.event())
            .add("delivery", delivery.id().toString())
            .add("alert", alert.id().toString())
            .add("state", alert.state().word())
            .add("severity", alert.rule().severity().word())
            .add("summary", alert.summary())
            .add("rule", rule)
            .add("subject", alert.subject())
            .add("node", alert.node())
            .add("value", alert.value())
            .add("peak", alert.peak())
            .add("since", alert.since().toString());
    alert.firedAt().ifPresent(at -> json.add("fired_at", at.toString()));
    alert.endedAt().ifPresent(at -> json.add("resolved_at", at.toString()).add("end", alert.end()));
    return json.build().toString();
  }
}
