package io.airouter.api;

import io.airouter.boundary.History;
import io.airouter.history.HistoryEntry;
import io.airouter.history.HistoryPage;
import io.airouter.history.HistoryQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What was routed: the entries a filter lets through, and one with its whole decision. */
@Path("/history")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
public class HistoryResource {
  @Inject private History history;
  @Inject private InstantSource clock;

  @GET
  public JsonObject page(
      @Context UriInfo uri, @QueryParam("count") @DefaultValue("100") String count) {
    HistoryParameters asked = new HistoryParameters(parameters(uri), clock.instant());
    HistoryPage page =
        history.page(
            new HistoryQuery(asked.filter(), asked.order(), asked.after("cursor"), count(count)));
    JsonArrayBuilder entries = Json.createArrayBuilder();
    page.entries().forEach(e -> entries.add(HistoryJson.row(e)));
    JsonObjectBuilder answer = Json.createObjectBuilder().add("history", entries);
    page.next()
        .ifPresentOrElse(
            next -> answer.add("next_cursor", next.text()), () -> answer.addNull("next_cursor"));
    return answer.build();
  }

  /** The first value of each parameter. */
  static Map<String, String> parameters(UriInfo uri) {
    MultivaluedMap<String, String> given = uri.getQueryParameters();
    Map<String, String> first = new HashMap<>();
    given.keySet().forEach(name -> first.put(name, given.getFirst(name)));
    return first;
  }

  @GET
  @Path("/{id}")
  public JsonObject entry(@PathParam("id") String id) {
    HistoryEntry entry =
        // No id has control characters, and the database refuses to look for some.
        Optional.of(id)
            .filter(text -> text.chars().noneMatch(Character::isISOControl))
            .flatMap(history::find)
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
    if (count < 1 || count > HistoryQuery.MAX_COUNT) {
      throw Problem.of(Problem.UNPROCESSABLE, "invalid_field", "'count' must be a number 1..1000.")
          .inField("count")
          .asException();
    }
    return count;
  }
}
