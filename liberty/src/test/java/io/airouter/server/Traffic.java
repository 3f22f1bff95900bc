package io.airouter.server;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** Queries that tests of pages look at. */
public final class Traffic {
  private Traffic() {}

  /** Routes so many queries from that address; their ids, once the history has them. */
  public static List<String> route(RunningServer server, String sourceEid, int count) {
    Api api = Api.of(server);
    JsonObject more = Json.createObjectBuilder().add("source_eid", sourceEid).build();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      JsonObject answer = api.route("What is 2 + " + i + "?", more).json();
      ids.add(answer.getJsonObject("routing_metadata").getString("decision_id"));
    }
    Awaitility.await()
        .atMost(Trouble.PATIENCE)
        .until(() -> api.get("/api/v1/history/" + ids.getLast()).status() == 200);
    return ids;
  }
}
