package io.airouter.api;

import io.airouter.api.EditDesk.Order;
import io.airouter.boundary.Catalogue;
import io.airouter.boundary.ModelView.EndpointView;
import io.airouter.model.CatalogueEdit.EndpointEdit;
import io.airouter.model.Configured;
import io.airouter.model.Endpoint;
import io.airouter.model.ModelCatalogue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /endpoints}, of all models: where models are, and the edits of that. {@code PATCH} with
 * {@code {"admin_state": "draining"}} drains one.
 */
@Path("/endpoints")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"viewer", RouterAuthentication.CALLER})
public class EndpointsResource {
  @Inject private Catalogue catalogue;
  @Inject private EditDesk desk;
  @Inject private NewEndpoints newcomers;

  @GET
  public JsonObject endpoints() {
    JsonArrayBuilder endpoints = Json.createArrayBuilder();
    catalogue.models().stream()
        .flatMap(m -> m.endpoints().stream())
        .forEach(e -> endpoints.add(ModelJson.endpoint(e)));
    return Json.createObjectBuilder().add("endpoints", endpoints).build();
  }

  @GET
  @Path("/{id}")
  public Response endpoint(@PathParam("id") String id) {
    EndpointView view =
        catalogue.models().stream()
            .flatMap(m -> m.endpoints().stream())
            .filter(e -> e.endpoint().id().value().equals(id))
            .findFirst()
            .orElseThrow(() -> unknown(id));
    return Response.ok(ModelJson.endpoint(view).build())
        .header("ETag", ConfigurationTag.of(Configured.words(view.endpoint())))
        .build();
  }

  @POST
  @RolesAllowed("operator")
  public Response create(@QueryParam("dry_run") String dryRun, InputStream body)
      throws IOException {
    EditFields fields = new EditFields(JsonBody.read(body, ModelsResource.MAX_BODY));
    String model = fields.text("model").orElse("");
    if (model.isEmpty()) {
      fields.wrong("model", "must be given");
      fields.refuse();
    }
    return newcomers.create(ModelNames.known(model, now()), fields, EditDesk.dryRun(dryRun));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed("operator")
  public Response replace(
      @PathParam("id") String id,
      @QueryParam("dry_run") String dryRun,
      @HeaderParam("If-Match") String ifMatch,
      InputStream body)
      throws IOException {
    return changed(known(id), read(known(id), body, false), ifMatch, dryRun);
  }

  @PATCH
  @Path("/{id}")
  @RolesAllowed("operator")
  public Response change(
      @PathParam("id") String id,
      @QueryParam("dry_run") String dryRun,
      @HeaderParam("If-Match") String ifMatch,
      InputStream body)
      throws IOException {
    return changed(known(id), read(known(id), body, true), ifMatch, dryRun);
  }

  private static EndpointFields.Read read(Endpoint before, InputStream body, boolean keeps)
      throws IOException {
    EditFields fields = new EditFields(JsonBody.read(body, ModelsResource.MAX_BODY));
    return new EndpointFields(fields, Optional.of(before).filter(e -> keeps))
        .read(before.id(), before.model(), before.origin());
  }

  private Response changed(
      Endpoint before, EndpointFields.Read read, String ifMatch, String dryRun) {
    boolean dry = EditDesk.dryRun(dryRun);
    ConfigurationTag.require(
        Optional.ofNullable(ifMatch),
        Configured.subject(before.id()),
        Configured.words(before),
        Configured.words(read.endpoint()));
    return desk.answer(
        Order.of(EndpointEdit.change(before, read.endpoint()), dry).with(read.secrets()));
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed("operator")
  public Response remove(
      @PathParam("id") String id,
      @QueryParam("dry_run") String dryRun,
      @HeaderParam("If-Match") String ifMatch) {
    Endpoint endpoint = known(id);
    ConfigurationTag.require(
        Optional.ofNullable(ifMatch),
        Configured.subject(endpoint.id()),
        Configured.words(endpoint),
        Map.of());
    return desk.answer(Order.of(EndpointEdit.remove(endpoint), EditDesk.dryRun(dryRun)));
  }

  private Endpoint known(String id) {
    return now().endpoints().stream()
        .filter(e -> e.id().value().equals(id))
        .findFirst()
        .orElseThrow(() -> unknown(id));
  }

  private static ProblemException unknown(String id) {
    String shown = id.length() > 200 ? id.substring(0, 200) + "…" : id;
    return Problem.of(
            Problem.NOT_FOUND, "endpoint_not_found", "There is no endpoint '" + shown + "' here.")
        .inField("id")
        .asException();
  }

  private ModelCatalogue now() {
    return catalogue.snapshot().catalogue();
  }
}
