package io.airouter.api;

import io.airouter.access.Role;
import io.airouter.boundary.Statistics;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code GET /stats}: the figures of all planes since start. Open to {@link Role#VIEWER}. */
@Path("/stats")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class StatsResource {
  @Inject private Statistics statistics;

  @GET
  @RolesAllowed("viewer")
  public JsonObject stats() {
    return StatisticsJson.of(statistics.statistics());
  }
}
