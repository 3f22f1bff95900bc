package io.airouter.lisp.codec;

import io.airouter.lisp.AuthenticationAlgorithm;
import io.airouter.lisp.DistinguishedName;
import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.InstanceId;
import io.airouter.lisp.LispAddress;
import io.airouter.lisp.Locator;
import io.airouter.lisp.MappingRecord;
import io.airouter.lisp.NegativeAction;
import io.airouter.lisp.NoAddress;
import io.airouter.lisp.Octets;
import io.airouter.lisp.OpaqueLcaf;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A recorded packet of another implementation and what an independent decoder read in it. */
record Vector(JsonObject json) {

  static List<Vector> readAll(Path file) throws IOException {
    try (JsonReader reader = Json.createReader(Files.newInputStream(file))) {
      return reader.readArray().getValuesAs(JsonObject.class).stream().map(Vector::new).toList();
    }
  }

  String expect() {
    return json.getString("expect");
  }

  byte[] packet() {
    return HexFormat.of().parseHex(json.getString("hex"));
  }

  JsonObject decoded() {
    return json.getJsonObject("decoded");
  }

  /** The authenticator of the vector, if its key is known. */
  Optional<MessageAuthenticator> authenticator() {
    if (json.isNull("auth") || json.getJsonObject("auth").isNull("key")) {
      return Optional.empty();
    }
    JsonObject auth = json.getJsonObject("auth");
    byte[] key = auth.getString("key").getBytes(StandardCharsets.UTF_8);
    return AuthenticationAlgorithm.of(auth.getInt("alg"))
        .map(algorithm -> new MessageAuthenticator(algorithm, key));
  }

  boolean isSignatureValid() {
    return json.getJsonObject("auth").getBoolean("valid");
  }

  static List<MappingRecord> records(JsonObject decoded) {
    boolean mapReply = decoded.getInt("type") == 2;
    return decoded.getJsonArray("recs").getValuesAs(JsonObject.class).stream()
        .map(record -> record(record, mapReply))
        .toList();
  }

  private static MappingRecord record(JsonObject json, boolean mapReply) {
    List<Locator> locators =
        json.getJsonArray("locs").getValuesAs(JsonObject.class).stream()
            .map(Vector::locator)
            .toList();
    int action = mapReply && locators.isEmpty() ? json.getInt("act") : 0;
    return new MappingRecord(
        json.getJsonNumber("ttl").longValue(),
        new EidPrefix(0, address(json.get("eid")), json.getInt("mask")),
        NegativeAction.of(action),
        json.getInt("A") == 1,
        json.getInt("ver"),
        locators);
  }

  private static Locator locator(JsonObject json) {
    return new Locator(
        json.getInt("pri"),
        json.getInt("w"),
        json.getInt("mp"),
        json.getInt("mw"),
        json.getInt("L") == 1,
        json.getInt("p") == 1,
        json.getInt("R") == 1,
        address(json.get("addr")));
  }

  static LispAddress address(JsonValue value) {
    return switch (value) {
      case JsonString text -> LispAddress.parse(text.getString());
      case JsonArray tuple -> composed(tuple);
      default -> NoAddress.NONE;
    };
  }

  private static LispAddress composed(JsonArray tuple) {
    return switch (tuple.getString(0)) {
      case "iid" -> new InstanceId(tuple.getJsonNumber(1).longValue(), 0, address(tuple.get(2)));
      case "dn" -> new DistinguishedName(tuple.getString(1));
      case "mac" -> LispAddress.parse(tuple.getString(1));
      default -> new OpaqueLcaf(tuple.getInt(1), tuple.getInt(2), Octets.parse(tuple.getString(3)));
    };
  }

  @Override
  public String toString() {
    return json.getString("id");
  }
}
