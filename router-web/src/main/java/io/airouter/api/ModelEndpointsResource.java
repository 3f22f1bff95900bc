package io.airouter.api;

import io.airouter.boundary.Catalogue;
import io.airouter.boundary.ModelView;
import io.airouter.model.ModelId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** {@code /models/{id}/endpoints}: the endpoints of one model, and one more. */
@Path("/models/{id}/endpoints")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"viewer", RouterAuthentication.CALLER})
public class ModelEndpointsResource {
  @Inject private Catalogue catalogue;
  @Inject private NewEndpoints newcomers;

  @GET
  public JsonObject endpoints(@PathParam("id") String id) {
    ModelView view = catalogue.model(known(id)).orElseThrow(() -> ModelNames.unknown(id));
    JsonArrayBuilder endpoints = Json.createArrayBuilder();
    view.endpoints().forEach(e -> endpoints.add(ModelJson.endpoint(e)));
    return Json.createObjectBuilder().add("endpoints", endpoints).build();
  }

  @POST
  @RolesAllowed("operator")
  public Response create(
      @PathParam("id") String id, @QueryParam("dry_run") String dryRun, InputStream body)
      throws IOException {
    EditFields fields = new EditFields(JsonBody.read(body, ModelsResource.MAX_BODY));
    return newcomers.create(known(id), fields, EditDesk.dryRun(dryRun));
  }

  private ModelId known(String id) {
    return ModelNames.known(id, catalogue.snapshot().catalogue());
  }
}
