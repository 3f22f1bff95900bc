package io.airouter.api;

import io.airouter.boundary.EidAnswer;
import io.airouter.boundary.MappingView;
import io.airouter.boundary.MappingView.Registrant;
import io.airouter.lisp.Locator;
import io.airouter.lisp.MappingRecord;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;

/** Entries of the mapping database, and what LISP answers, as the API shows them. */
final class MappingJson {
  private MappingJson() {}

  static JsonObject entry(MappingView view) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("eid_prefix", view.mapping().eid().toString())
            .add("origin", view.mapping().origin().word());
    view.model().ifPresentOrElse(m -> json.add("model", m.value()), () -> json.addNull("model"));
    json.add("locators", locators(view.mapping().locators()))
        .add("ttl_minutes", view.mapping().ttlMinutes())
        .add("since", view.mapping().since().toString());
    view.expiresAt()
        .ifPresentOrElse(
            at -> json.add("expires_at", at.toString()), () -> json.addNull("expires_at"));
    return json.add("registrants", array(view.registrants(), MappingJson::registrant)).build();
  }

  static JsonObject answer(EidAnswer answer) {
    return Json.createObjectBuilder()
        .add("asked", answer.asked().toString())
        .add("entry", answer.entry().<JsonValue>map(MappingJson::entry).orElse(JsonValue.NULL))
        .add("map_reply", array(answer.reply(), MappingJson::reply))
        .build();
  }

  private static JsonObject reply(MappingRecord reply) {
    return Json.createObjectBuilder()
        .add("eid_prefix", reply.eid().toString())
        .add("action", reply.action().name().toLowerCase(Locale.ROOT))
        .add("ttl_minutes", reply.ttlMinutes())
        .add("locators", locators(reply.locators()))
        .build();
  }

  private static JsonArray locators(List<Locator> locators) {
    return array(
        locators,
        locator ->
            Json.createObjectBuilder()
                .add("rloc", locator.rloc().toString())
                .add("priority", locator.priority())
                .add("weight", locator.weight())
                .add("reachable", locator.reachable())
                .build());
  }

  private static JsonObject registrant(Registrant registrant) {
    return Json.createObjectBuilder()
        .add("site", registrant.site())
        .add("xtr", registrant.xtr())
        .add("last_seen", registrant.lastSeen().toString())
        .add("expires_at", registrant.expiresAt().toString())
        .build();
  }

  private static <T> JsonArray array(
      List<T> values, java.util.function.Function<T, JsonObject> toJson) {
    var array = Json.createArrayBuilder();
    values.stream().map(toJson).forEach(array::add);
    return array.build();
  }
}
