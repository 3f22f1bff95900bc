package io.airouter.persistence;

import io.airouter.lisp.Locator;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;

/** Locators as column {@code registration.locators} holds them. */
final class LocatorsJson {
  /** Kept, because looking it up costs more than a whole array of locators. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private LocatorsJson() {}

  static String of(List<Locator> locators) {
    JsonArrayBuilder array = JSON.createArrayBuilder();
    locators.forEach(locator -> array.add(object(locator)));
    return array.build().toString();
  }

  static List<Locator> parse(String text) {
    try (JsonReader reader = JSON.createReader(new StringReader(text))) {
      return reader.readArray().getValuesAs(JsonObject.class).stream()
          .map(LocatorsJson::locator)
          .toList();
    }
  }

  private static JsonObject object(Locator locator) {
    return JSON.createObjectBuilder()
        .add("rloc", AddressText.of(locator.rloc()))
        .add("priority", locator.priority())
        .add("weight", locator.weight())
        .add("multicast_priority", locator.multicastPriority())
        .add("multicast_weight", locator.multicastWeight())
        .add("local", locator.local())
        .add("probed", locator.probed())
        .add("reachable", locator.reachable())
        .build();
  }

  private static Locator locator(JsonObject object) {
    return new Locator(
        object.getInt("priority"),
        object.getInt("weight"),
        object.getInt("multicast_priority"),
        object.getInt("multicast_weight"),
        object.getBoolean("local"),
        object.getBoolean("probed"),
        object.getBoolean("reachable"),
        AddressText.parse(object.getString("rloc")));
  }
}
