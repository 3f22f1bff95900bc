package io.airouter.southbound;

import io.airouter.lisp.DistinguishedName;
import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.LispAddress;
import io.airouter.lisp.Locator;
import io.airouter.lisp.NegativeAction;
import io.airouter.lisp.NoAddress;
import io.airouter.sdn.MappingRow;
import io.airouter.sdn.RowLocator;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads rows of the module {@code odl-mappingservice} in both forms: what is configured spells
 * addresses as text, what is operational as Base64 octets. Members with and without their module's
 * name, numbers as numbers and as text, and absent leafs are all the same.
 */
final class MappingRows {
  private static final String NORTHBOUND = "northbound";
  private static final String SOUTHBOUND = "southbound";
  private static final int MAX_PRIORITY = 255;

  private MappingRows() {}

  /**
   * The EIDs of the rows written northbound; one of a type that we do not know stands as a name.
   */
  static List<EidPrefix> eids(JsonObject body) {
    return mappings(body).stream()
        .filter(mapping -> text(mapping, "origin").map(NORTHBOUND::equals).orElse(true))
        .flatMap(mapping -> text(mapping, "eid-uri").stream())
        .flatMap(uri -> eid(uri).stream())
        .toList();
  }

  /** What xTRs registered; rows to nowhere are the resolver's own and left out. */
  static List<MappingRow> registrations(JsonObject body) {
    return mappings(body).stream()
        .filter(mapping -> text(mapping, "origin").map(SOUTHBOUND::equals).orElse(false))
        .flatMap(mapping -> row(mapping).stream())
        .filter(row -> !row.isNegative())
        .toList();
  }

  /** The rows of an answer, of one list entry or of a whole virtual network. */
  static List<MappingRow> rows(JsonObject body) {
    return mappings(body).stream().flatMap(mapping -> row(mapping).stream()).toList();
  }

  private static List<JsonObject> mappings(JsonObject body) {
    List<JsonObject> mappings = new ArrayList<>(objects(body, "mapping"));
    member(body, "mapping-database")
        .filter(JsonObject.class::isInstance)
        .ifPresent(database -> mappings.addAll(mappings((JsonObject) database)));
    for (JsonObject network : objects(body, "virtual-network-identifier")) {
      mappings.addAll(objects(network, "mapping"));
    }
    return mappings;
  }

  private static Optional<MappingRow> row(JsonObject mapping) {
    return member(mapping, "mapping-record")
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .flatMap(
            record ->
                eidOf(mapping, record)
                    .map(
                        eid ->
                            new MappingRow(
                                eid,
                                number(record, "recordTtl", 0),
                                action(text(record, "action").orElse("NoAction")),
                                objects(record, "LocatorRecord").stream()
                                    .map(MappingRows::locator)
                                    .toList())));
  }

  /** The key says the same as the record's EID, and always in text. */
  private static Optional<EidPrefix> eidOf(JsonObject mapping, JsonObject record) {
    return text(mapping, "eid-uri")
        .flatMap(MappingRows::eid)
        .or(
            () ->
                member(record, "eid")
                    .filter(JsonObject.class::isInstance)
                    .flatMap(eid -> prefix((JsonObject) eid)));
  }

  private static Optional<EidPrefix> eid(String uri) {
    boolean isPrefix = uri.startsWith("ipv4:") || uri.startsWith("ipv6:");
    try {
      return Optional.of(
          isPrefix
              ? EidPrefix.parse(uri.substring(uri.indexOf(':') + 1))
              : EidPrefix.host(new DistinguishedName(uri)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<EidPrefix> prefix(JsonObject eid) {
    for (String family : List.of("ipv4", "ipv6")) {
      Optional<EidPrefix> written =
          text(eid, family + "-prefix").or(() -> text(eid, family)).flatMap(MappingRows::parsed);
      Optional<EidPrefix> binary =
          member(eid, family + "-prefix-binary")
              .filter(JsonObject.class::isInstance)
              .map(JsonObject.class::cast)
              .flatMap(octets -> binaryPrefix(octets, family));
      if (written.or(() -> binary).isPresent()) {
        return written.or(() -> binary);
      }
    }
    return address(eid).map(EidPrefix::host);
  }

  private static Optional<EidPrefix> binaryPrefix(JsonObject octets, String family) {
    return text(octets, family + "-address-binary")
        .flatMap(MappingRows::octets)
        .map(
            address ->
                new EidPrefix(
                    0,
                    address,
                    (int) number(octets, family + "-mask-length", address.addressBits())));
  }

  private static Optional<EidPrefix> parsed(String text) {
    try {
      return Optional.of(EidPrefix.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static RowLocator locator(JsonObject json) {
    LispAddress rloc =
        member(json, "rloc")
            .filter(JsonObject.class::isInstance)
            .flatMap(address -> address((JsonObject) address))
            .orElse(NoAddress.NONE);
    return new RowLocator(
        text(json, "locator-id").orElse(""),
        new Locator(
            octet(json, "priority", MAX_PRIORITY),
            octet(json, "weight", 0),
            octet(json, "multicastPriority", MAX_PRIORITY),
            octet(json, "multicastWeight", 0),
            flag(json, "localLocator"),
            flag(json, "rlocProbed"),
            flag(json, "routed"),
            rloc));
  }

  /** An IP address in text or octets; other types of RLOC are nothing that we wrote or can call. */
  private static Optional<LispAddress> address(JsonObject json) {
    for (String family : List.of("ipv4", "ipv6")) {
      Optional<LispAddress> found =
          text(json, family)
              .flatMap(MappingRows::literal)
              .or(() -> text(json, family + "-binary").flatMap(MappingRows::octets));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<LispAddress> literal(String text) {
    try {
      return Optional.of(LispAddress.parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<LispAddress> octets(String base64) {
    try {
      return Optional.of(
          LispAddress.of(InetAddress.getByAddress(Base64.getDecoder().decode(base64))));
    } catch (IllegalArgumentException | UnknownHostException e) {
      return Optional.empty();
    }
  }

  private static NegativeAction action(String word) {
    return switch (word) {
      case "NativelyForward" -> NegativeAction.NATIVELY_FORWARD;
      case "SendMapRequest" -> NegativeAction.SEND_MAP_REQUEST;
      case "Drop" -> NegativeAction.DROP_NO_REASON;
      default -> NegativeAction.NO_ACTION;
    };
  }

  private static Optional<JsonValue> member(JsonObject json, String name) {
    return json.entrySet().stream()
        .filter(e -> e.getKey().equals(name) || e.getKey().endsWith(":" + name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static List<JsonObject> objects(JsonObject json, String name) {
    return member(json, name)
        .filter(JsonArray.class::isInstance)
        .map(array -> ((JsonArray) array).stream())
        .stream()
        .flatMap(values -> values)
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .toList();
  }

  private static Optional<String> text(JsonObject json, String name) {
    return member(json, name)
        .filter(JsonString.class::isInstance)
        .map(value -> ((JsonString) value).getString());
  }

  private static int octet(JsonObject json, String name, int otherwise) {
    return (int) Math.clamp(number(json, name, otherwise), 0, MAX_PRIORITY);
  }

  private static long number(JsonObject json, String name, long otherwise) {
    return switch (member(json, name).orElse(JsonValue.NULL)) {
      case JsonNumber number -> number.longValue();
      case JsonString text when text.getString().matches("\\d{1,10}") ->
          Long.parseLong(text.getString());
      default -> otherwise;
    };
  }

  private static boolean flag(JsonObject json, String name) {
    return switch (member(json, name).orElse(JsonValue.FALSE)) {
      case JsonString text -> text.getString().equals("true");
      case JsonValue value -> value.equals(JsonValue.TRUE);
    };
  }
}
