package io.airouter.api;

import io.airouter.api.EditDesk.Order;
import io.airouter.boundary.Catalogue;
import io.airouter.boundary.ModelView;
import io.airouter.model.CatalogueEdit.ModelEdit;
import io.airouter.model.Configured;
import io.airouter.model.Model;
import io.airouter.model.ModelCatalogue;
import io.airouter.model.ModelId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
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
 * {@code /models} and {@code /models/{id}}: the models and, of one, its endpoints; and their edits.
 * {@code PUT} says the whole configuration, {@code PATCH} what changes of it.
 */
@Path("/models")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"viewer", RouterAuthentication.CALLER})
public class ModelsResource {
  static final int MAX_BODY = 64 << 10;

  @Inject private Catalogue catalogue;
  @Inject private EditDesk desk;

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
  public Response model(@PathParam("id") String id) {
    ModelId known = ModelNames.known(id, now());
    ModelView view = catalogue.model(known).orElseThrow(() -> ModelNames.unknown(id));
    return Response.ok(ModelJson.whole(view))
        .header("ETag", ConfigurationTag.of(Configured.words(view.model())))
        .build();
  }

  @POST
  @RolesAllowed("operator")
  public Response create(@QueryParam("dry_run") String dryRun, InputStream body)
      throws IOException {
    boolean dry = EditDesk.dryRun(dryRun);
    EditFields fields = new EditFields(JsonBody.read(body, MAX_BODY));
    Optional<ModelId> id =
        fields.parsed("id", ModelId::parse, "letters a-z, digits, '-' and '.', none reserved");
    if (id.isEmpty()) {
      fields.wrong("id", "must be given");
      fields.refuse();
    }
    ModelId fresh = id.orElseThrow();
    Model model = new ModelFields(fields, fresh, Optional.empty()).read(now());
    if (now().model(fresh).isPresent()) {
      throw exists("id", "model " + fresh);
    }
    return desk.answer(
        Order.of(ModelEdit.create(model), dry).at(ApiApplication.PATH + "/models/" + fresh));
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
    Model before = known(id);
    return changed(before, read(before, body, false), ifMatch, dryRun);
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
    Model before = known(id);
    return changed(before, read(before, body, true), ifMatch, dryRun);
  }

  /** The model as the body wants it; what the body leaves out is as before or, in a PUT, unset. */
  private Model read(Model before, InputStream body, boolean keeps) throws IOException {
    EditFields fields = new EditFields(JsonBody.read(body, MAX_BODY));
    return new ModelFields(fields, before.id(), Optional.of(before).filter(m -> keeps)).read(now());
  }

  private Response changed(Model before, Model after, String ifMatch, String dryRun) {
    boolean dry = EditDesk.dryRun(dryRun);
    ConfigurationTag.require(
        Optional.ofNullable(ifMatch),
        Configured.subject(before.id()),
        Configured.words(before),
        Configured.words(after));
    return desk.answer(Order.of(ModelEdit.change(before, after), dry));
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed("operator")
  public Response remove(
      @PathParam("id") String id,
      @QueryParam("dry_run") String dryRun,
      @HeaderParam("If-Match") String ifMatch) {
    boolean dry = EditDesk.dryRun(dryRun);
    Model model = known(id);
    ConfigurationTag.require(
        Optional.ofNullable(ifMatch),
        Configured.subject(model.id()),
        Configured.words(model),
        Map.of());
    return desk.answer(Order.of(ModelEdit.remove(model), dry));
  }

  static ProblemException exists(String field, String what) {
    return Problem.of(Problem.CONFLICT, "exists", "The " + what + " exists already.")
        .inField(field)
        .asException();
  }

  private Model known(String id) {
    return now().model(ModelNames.known(id, now())).orElseThrow(() -> ModelNames.unknown(id));
  }

  private ModelCatalogue now() {
    return catalogue.snapshot().catalogue();
  }
}
