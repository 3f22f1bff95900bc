package io.airouter.restconf;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.InetAddress;
import java.util.Base64;

/** Rows that others write: northbound in text, southbound in octets. */
public final class Rows {
  private static final int TTL = 1440;

  private Rows() {}

  /** Somebody else's row, or ours as somebody else has changed it. */
  public static JsonObject northbound(String prefix, String locatorId, String rloc) {
    JsonObjectBuilder locator =
        Json.createObjectBuilder()
            .add("locator-id", locatorId)
            .add("priority", 9)
            .add("weight", 9)
            .add("multicastPriority", 255)
            .add("multicastWeight", 0)
            .add("localLocator", true)
            .add("rlocProbed", false)
            .add("routed", true)
            .add(
                "rloc",
                Json.createObjectBuilder()
                    .add("address-type", "ietf-lisp-address-types:ipv4-afi")
                    .add("ipv4", rloc));
    JsonObjectBuilder eid =
        Json.createObjectBuilder()
            .add("address-type", "ietf-lisp-address-types:ipv4-prefix-afi")
            .add("ipv4-prefix", prefix);
    return row("ipv4:" + prefix, "northbound", record(eid, Json.createArrayBuilder().add(locator)));
  }

  /** What an xTR registered for that EID, addresses in Base64. */
  public static JsonObject registered(String prefix, String... rlocs) {
    JsonArrayBuilder locators = Json.createArrayBuilder();
    for (String rloc : rlocs) {
      locators.add(
          Json.createObjectBuilder()
              .add("locator-id", "ISP" + rloc)
              .add("priority", 1)
              .add("weight", 50)
              .add("routed", true)
              .add(
                  "rloc",
                  Json.createObjectBuilder()
                      .add("address-type", "odl-lisp-binary-address-types:ipv4-binary-afi")
                      .add("ipv4-binary", octets(rloc))));
    }
    String address = prefix.substring(0, prefix.indexOf('/'));
    JsonObjectBuilder binary =
        Json.createObjectBuilder()
            .add("ipv4-address-binary", octets(address))
            .add("ipv4-mask-length", Integer.parseInt(prefix.substring(address.length() + 1)));
    JsonObjectBuilder eid =
        Json.createObjectBuilder()
            .add("address-type", "odl-lisp-binary-address-types:ipv4-prefix-binary-afi")
            .add("ipv4-prefix-binary", binary);
    return row("ipv4:" + prefix, "southbound", record(eid, locators));
  }

  /** What the resolver made up for an EID that nobody registered. */
  public static JsonObject negative(String prefix) {
    JsonObject record =
        Json.createObjectBuilder().add("recordTtl", 15).add("action", "NativelyForward").build();
    return row("ipv4:" + prefix, "southbound", Json.createObjectBuilder(record));
  }

  private static JsonObjectBuilder record(JsonObjectBuilder eid, JsonArrayBuilder locators) {
    return Json.createObjectBuilder()
        .add("recordTtl", TTL)
        .add("action", "NoAction")
        .add("authoritative", true)
        .add("eid", eid)
        .add("LocatorRecord", locators);
  }

  private static JsonObject row(String eidUri, String origin, JsonObjectBuilder record) {
    return Json.createObjectBuilder()
        .add("eid-uri", eidUri)
        .add("origin", origin)
        .add("mapping-record", record)
        .build();
  }

  private static String octets(String address) {
    return Base64.getEncoder().encodeToString(InetAddress.ofLiteral(address).getAddress());
  }
}
