package io.airouter.persistence;

import io.airouter.sdn.ControllerState;
import io.airouter.sdn.ControllerState.ComparedRow;
import io.airouter.sdn.ControllerState.Condition;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of {@code sdn_state}; the compared mappings stand there in JSON. */
final class ControllerStateJson {
  private ControllerStateJson() {}

  static ControllerState read(ResultSet row) throws SQLException {
    return new ControllerState(
        Condition.ofWord(row.getString("condition")),
        row.getString("reason"),
        instant(row, "last_attempt"),
        instant(row, "last_success"),
        instant(row, "next_attempt"),
        row.getInt("failures"),
        row.getLong("applied_generation"),
        compared(row.getString("compared")),
        row.getInt("imported"));
  }

  static JsonArray of(List<ComparedRow> entries) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (ComparedRow entry : entries) {
      array.add(
          Json.createObjectBuilder()
              .add("eid", entry.eid())
              .add("model", entry.model())
              .add("drift", entry.drift())
              .add("step", entry.step())
              .add("desired", entry.desired())
              .add("installed", entry.installed())
              .add("note", entry.note()));
    }
    return array.build();
  }

  private static List<ComparedRow> compared(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readArray().getValuesAs(JsonObject.class).stream()
          .map(
              o ->
                  new ComparedRow(
                      o.getString("eid"),
                      o.getString("model"),
                      o.getString("drift"),
                      o.getString("step"),
                      o.getString("desired"),
                      o.getString("installed"),
                      o.getString("note")))
          .toList();
    }
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
