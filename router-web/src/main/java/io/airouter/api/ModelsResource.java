package io.airouter.api;

import io.airouter.boundary.Catalogue;
import io.airouter.boundary.ModelView;
import io.airouter.model.ModelId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code GET /models} and {@code /models/{id}}: the models and, of one, its endpoints. */
@Path("/models")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"viewer", RouterAuthentication.CALLER})
public class ModelsResource {
  @Inject private Catalogue catalogue;

  @GET
  public JsonObject models() {
    JsonObjectBuilder models = Json.createObjectBuilder();
    for (ModelView view : catalogue.models()) {
      models.add(view.model().id().value(), ModelJson.summary(view));
    }
    return Json.createObjectBuilder().add("models", models).build();
  }

  @GET
  @Path("/{id}")
  public JsonObject model(@PathParam("id") String id) {
    ModelId known = ModelNames.known(id, catalogue.snapshot().catalogue());
    return catalogue.model(known).map(ModelJson::whole).orElseThrow(() -> ModelNames.unknown(id));
  }
}
