package io.airouter.api;

import io.airouter.boundary.History;
import io.airouter.history.HistoryEntry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** What was routed: the latest entries, and one with its whole decision. */
@Path("/history")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
public class HistoryResource {
  private static final int MAX_COUNT = 1000;

  @Inject private History history;

  @GET
  public JsonObject recent(@QueryParam("count") @DefaultValue("100") String count) {
    JsonArrayBuilder entries = Json.createArrayBuilder();
    history.recent(count(count)).forEach(e -> entries.add(HistoryJson.row(e)));
    return Json.createObjectBuilder().add("history", entries).build();
  }

  @GET
  @Path("/{id}")
  public JsonObject entry(@PathParam("id") String id) {
    HistoryEntry entry =
        history
            .find(id)
            .orElseThrow(
                () ->
                    Problem.of(
                            Problem.NOT_FOUND,
                            "decision_not_found",
                            "The history holds no query of that id, or not yet.")
                        .inField("id")
                        .asException());
    return HistoryJson.whole(entry);
  }

  static int count(String text) {
    int count = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    if (count < 1 || count > MAX_COUNT) {
      throw Problem.of(Problem.UNPROCESSABLE, "invalid_field", "'count' must be a number 1..1000.")
          .inField("count")
          .asException();
    }
    return count;
  }
}
