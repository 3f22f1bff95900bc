package io.airouter.api;

import io.airouter.boundary.Analytics;
import io.airouter.boundary.TrafficReport;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** What was routed, added up: {@code GET /monitoring/routing}. */
@Path("/monitoring/routing")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
public class TrafficResource {
  @Inject private Analytics analytics;

  @GET
  public JsonObject routing(
      @QueryParam("range") @DefaultValue("15m") String range,
      @QueryParam("by") @DefaultValue("model") String by) {
    TrafficReport report = analytics.traffic(TrafficJson.range(range), TrafficJson.dimension(by));
    JsonArrayBuilder groups = Json.createArrayBuilder();
    report.groups().forEach(group -> groups.add(TrafficJson.named(by, group)));
    return TrafficJson.head(report).add("by", by).add("groups", groups).build();
  }
}
