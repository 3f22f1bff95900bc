package io.airouter.api;

import io.airouter.boundary.Catalogue;
import io.airouter.boundary.EndpointHistory;
import io.airouter.history.EndpointStanding;
import io.airouter.history.HealthEvent;
import io.airouter.history.HealthTimeline;
import io.airouter.history.HealthTimeline.Spell;
import io.airouter.model.EndpointId;
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
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;

/** {@code GET /endpoints/{id}/health}: how an endpoint stood over the last hours. */
@Path("/endpoints/{id}/health")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
public class EndpointHealthResource {
  private static final int MAX_HOURS = 24 * 31;

  @Inject private EndpointHistory history;
  @Inject private Catalogue catalogue;

  @GET
  public JsonObject health(
      @PathParam("id") String id, @QueryParam("hours") @DefaultValue("24") String hours) {
    EndpointId endpoint = EndpointNames.of(id);
    HealthTimeline timeline = history.health(endpoint, Duration.ofHours(hours(hours)));
    EndpointStanding standing =
        catalogue
            .snapshot()
            .catalogue()
            .endpoint(endpoint)
            .map(EndpointStanding::of)
            .orElse(EndpointStanding.ABSENT);
    if (standing == EndpointStanding.ABSENT && timeline.events().isEmpty()) {
      throw EndpointNames.unknown();
    }
    return json(timeline).add("standing", standing.word()).build();
  }

  static int hours(String text) {
    int hours = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
    if (hours < 1 || hours > MAX_HOURS) {
      throw Problem.of(
              Problem.UNPROCESSABLE,
              "invalid_field",
              "'hours' must be a number 1.." + MAX_HOURS + ".")
          .inField("hours")
          .asException();
    }
    return hours;
  }

  private static JsonObjectBuilder json(HealthTimeline timeline) {
    JsonArrayBuilder spells = Json.createArrayBuilder();
    timeline.spells().forEach(spell -> spells.add(json(spell)));
    JsonArrayBuilder events = Json.createArrayBuilder();
    timeline.events().forEach(event -> events.add(json(event)));
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("endpoint", timeline.endpoint().value())
            .add("from", timeline.from().toString())
            .add("to", timeline.to().toString());
    timeline
        .availability()
        .ifPresentOrElse(
            share -> json.add("availability", share), () -> json.addNull("availability"));
    return json.add("spells", spells).add("events", events);
  }

  private static JsonObjectBuilder json(Spell spell) {
    return Json.createObjectBuilder()
        .add("standing", spell.standing().word())
        .add("from", spell.from().toString())
        .add("to", spell.to().toString())
        .add("reason", spell.reason());
  }

  private static JsonObjectBuilder json(HealthEvent event) {
    return Json.createObjectBuilder()
        .add("at", event.at().toString())
        .add("from", event.from().word())
        .add("to", event.to().word())
        .add("reason", event.reason())
        .add("node", event.node());
  }
}
