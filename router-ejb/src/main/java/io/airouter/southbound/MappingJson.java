package io.airouter.southbound;

import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.Ipv4Address;
import io.airouter.lisp.LispAddress;
import io.airouter.lisp.Locator;
import io.airouter.lisp.NegativeAction;
import io.airouter.sdn.MappingRow;
import io.airouter.sdn.RowLocator;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/**
 * Writes a row as the module {@code odl-mappingservice} wants it: the list wrapped in its module's
 * name, the key leafs repeated, and for the default virtual network no {@code virtual-network-id},
 * with which OpenDaylight stores what it never finds again.
 */
final class MappingJson {
  static final String MODULE = "odl-mappingservice:";
  private static final String TYPES = "ietf-lisp-address-types:";

  private MappingJson() {}

  /** The key of a row in a path and in its body, such as {@code ipv4:10.1.2.0/24}. */
  static String eidUri(EidPrefix eid) {
    return family(eid.address()) + ":" + prefix(eid);
  }

  static JsonObject mapping(MappingRow row) {
    JsonArrayBuilder locators = Json.createArrayBuilder();
    row.locators().forEach(locator -> locators.add(locator(locator)));
    JsonObjectBuilder record =
        Json.createObjectBuilder()
            .add("recordTtl", row.ttlMinutes())
            .add("action", action(row.action()))
            .add("authoritative", true)
            .add("eid", eid(row.eid()))
            .add("LocatorRecord", locators);
    JsonObjectBuilder mapping =
        Json.createObjectBuilder()
            .add("eid-uri", eidUri(row.eid()))
            .add("origin", "northbound")
            .add("mapping-record", record);
    return Json.createObjectBuilder()
        .add(MODULE + "mapping", Json.createArrayBuilder().add(mapping))
        .build();
  }

  private static JsonObjectBuilder eid(EidPrefix eid) {
    String family = family(eid.address());
    return Json.createObjectBuilder()
        .add("address-type", TYPES + family + "-prefix-afi")
        .add(family + "-prefix", prefix(eid));
  }

  private static JsonObjectBuilder locator(RowLocator located) {
    Locator locator = located.locator();
    String family = family(locator.rloc());
    return Json.createObjectBuilder()
        .add("locator-id", located.id())
        .add("priority", locator.priority())
        .add("weight", locator.weight())
        .add("multicastPriority", locator.multicastPriority())
        .add("multicastWeight", locator.multicastWeight())
        .add("localLocator", locator.local())
        .add("rlocProbed", locator.probed())
        .add("routed", locator.reachable())
        .add(
            "rloc",
            Json.createObjectBuilder()
                .add("address-type", TYPES + family + "-afi")
                .add(family, locator.rloc().toString()));
  }

  private static String prefix(EidPrefix eid) {
    return eid.address() + "/" + eid.maskLength();
  }

  private static String family(LispAddress address) {
    return address instanceof Ipv4Address ? "ipv4" : "ipv6";
  }

  private static String action(NegativeAction action) {
    return switch (action) {
      case NO_ACTION -> "NoAction";
      case NATIVELY_FORWARD -> "NativelyForward";
      case SEND_MAP_REQUEST -> "SendMapRequest";
      default -> "Drop";
    };
  }
}
