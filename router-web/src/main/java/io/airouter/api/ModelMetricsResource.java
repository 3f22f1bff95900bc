package io.airouter.api;

import io.airouter.boundary.Analytics;
import io.airouter.boundary.Catalogue;
import io.airouter.boundary.ModelView;
import io.airouter.boundary.TrafficReport;
import io.airouter.history.TrafficGroup;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What each model did and does: {@code GET /monitoring/models}. */
@Path("/monitoring/models")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
public class ModelMetricsResource {
  private static final int LOAD_DIGITS = 4;

  @Inject private Analytics analytics;
  @Inject private Catalogue catalogue;

  @GET
  public JsonObject models(@QueryParam("range") @DefaultValue("15m") String range) {
    TrafficReport report = analytics.models(TrafficJson.range(range));
    Map<String, ModelView> now =
        catalogue.models().stream()
            .collect(Collectors.toMap(view -> view.model().id().value(), Function.identity()));
    JsonArrayBuilder models = Json.createArrayBuilder();
    for (TrafficGroup group : report.groups()) {
      JsonObjectBuilder model = TrafficJson.named("model", group);
      addStanding(model, now.get(group.name()));
      models.add(model.add("series", TrafficJson.series(report, group.series())));
    }
    return TrafficJson.head(report).add("models", models).build();
  }

  /** As it is at this moment; a model that was removed since has none. */
  private static void addStanding(JsonObjectBuilder model, ModelView view) {
    if (view == null) {
      model.addNull("available").addNull("current_load");
    } else {
      model
          .add("available", view.available())
          .add("current_load", TrafficJson.rounded(view.currentLoad(), LOAD_DIGITS));
    }
  }
}
