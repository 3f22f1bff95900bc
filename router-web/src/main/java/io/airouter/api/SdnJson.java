package io.airouter.api;

import io.airouter.boundary.SdnControllers.ControllerView;
import io.airouter.boundary.SdnControllers.DryRun;
import io.airouter.sdn.Controller;
import io.airouter.sdn.ControllerFailure;
import io.airouter.sdn.ControllerLogin;
import io.airouter.sdn.ControllerState;
import io.airouter.sdn.ControllerState.ComparedRow;
import io.airouter.sdn.Drift;
import io.airouter.sdn.SdnAction;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** SDN controllers as the API shows them; passwords never. */
final class SdnJson {
  private SdnJson() {}

  static JsonObjectBuilder summary(ControllerView view) {
    Controller controller = view.controller();
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("name", controller.name().value())
            .add("type", controller.type().word())
            .add("url", controller.url().toString());
    text(json, "username", controller.login().map(ControllerLogin::username));
    return json.add("publish", controller.publish())
        .add("import", controller.imports())
        .add("certificates", controller.trust().isPresent())
        .add("source", controller.source().word())
        .add("in_the_clear", controller.isInTheClear() && controller.login().isPresent())
        .add("state", state(view));
  }

  static JsonObject whole(ControllerView view) {
    return summary(view).add("mappings", rows(view.state().entries())).build();
  }

  private static JsonObjectBuilder state(ControllerView view) {
    ControllerState state = view.state();
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("condition", state.condition().word())
            .add("reason", state.reason())
            .add("lag", view.lag())
            .add("applied_generation", state.appliedGeneration())
            .add("failures", state.failures())
            .add("imported_endpoints", state.imported());
    text(json, "last_attempt", state.lastAttempt().map(Instant::toString));
    text(json, "last_success", state.lastSuccess().map(Instant::toString));
    text(json, "next_attempt", state.nextAttempt().map(Instant::toString));
    JsonObjectBuilder drift = Json.createObjectBuilder();
    for (Drift kind : Drift.values()) {
      drift.add(kind.word(), state.count(kind));
    }
    return json.add("drift", drift);
  }

  static JsonObject plan(DryRun dryRun) {
    return Json.createObjectBuilder()
        .add("summary", dryRun.plan().summary())
        .add("allowed", dryRun.verdict().isAllowed())
        .add("refusal", dryRun.verdict().reason())
        .add("acceptable", dryRun.verdict().isAcceptable())
        .add("deletions", dryRun.plan().delete().size())
        .add("mappings", rows(ControllerState.rows(dryRun.plan())))
        .build();
  }

  private static JsonArrayBuilder rows(List<ComparedRow> rows) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (ComparedRow row : rows) {
      array.add(
          Json.createObjectBuilder()
              .add("eid", row.eid())
              .add("model", row.model())
              .add("drift", row.drift())
              .add("step", row.step())
              .add("desired", row.desired())
              .add("installed", row.installed())
              .add("note", row.note()));
    }
    return array;
  }

  static JsonObjectBuilder action(SdnAction action) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("at", action.at().toString())
            .add("actor", action.actor())
            .add("request_id", action.requestId())
            .add("action", action.action())
            .add("subject", action.subject())
            .add("before", action.before())
            .add("after", action.after())
            .add("outcome", action.outcome());
    action.status().ifPresentOrElse(s -> json.add("status", s), () -> json.addNull("status"));
    return json;
  }

  static JsonObjectBuilder failure(ControllerFailure failure) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("kind", failure.kind().word())
            .add("reason", failure.reason());
    failure
        .status()
        .ifPresentOrElse(
            s -> json.add("controller_status", s), () -> json.addNull("controller_status"));
    return json;
  }

  private static void text(JsonObjectBuilder json, String name, Optional<String> value) {
    value.ifPresentOrElse(text -> json.add(name, text), () -> json.addNull(name));
  }
}
