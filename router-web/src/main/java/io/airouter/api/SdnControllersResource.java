package io.airouter.api;

import io.airouter.boundary.SdnControllers;
import io.airouter.boundary.SdnControllers.ControllerView;
import io.airouter.boundary.SdnControllers.DryRun;
import io.airouter.sdn.Controller;
import io.airouter.sdn.ControllerFailure;
import io.airouter.sdn.ControllerFailureException;
import io.airouter.sdn.ControllerName;
import io.airouter.sdn.ControllerType;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.NoSuchElementException;
import java.util.Optional;

/** SDN controllers: who they are, how it stands with them, dry run, push and audit. */
@Path("/sdn/controllers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SdnControllersResource {
  /** A chain of certificates has a few kB each. */
  private static final int MAX_BODY = 256 << 10;

  @Inject private SdnControllers sdn;

  @GET
  @RolesAllowed("viewer")
  public JsonObject controllers() {
    JsonArrayBuilder controllers = Json.createArrayBuilder();
    sdn.controllers().forEach(view -> controllers.add(SdnJson.summary(view)));
    return Json.createObjectBuilder()
        .add("controllers", controllers)
        .add("types", Json.createArrayBuilder(ControllerType.words()))
        .build();
  }

  @GET
  @Path("/{name}")
  @RolesAllowed("viewer")
  public JsonObject controller(@PathParam("name") String name) {
    return SdnJson.whole(known(name));
  }

  @POST
  @RolesAllowed("admin")
  public Response create(InputStream body) throws IOException {
    Controller controller =
        new SdnControllerRequest(fields(body), Optional.empty()).controller(Optional.empty());
    sdn.create(controller);
    return Response.status(Response.Status.CREATED)
        .entity(SdnJson.whole(known(controller.name().value())))
        .build();
  }

  @PUT
  @Path("/{name}")
  @RolesAllowed("admin")
  public JsonObject update(@PathParam("name") String name, InputStream body) throws IOException {
    Controller old = known(name).controller();
    sdn.update(
        new SdnControllerRequest(fields(body), Optional.of(old))
            .controller(Optional.of(old.name())));
    return SdnJson.whole(known(name));
  }

  @DELETE
  @Path("/{name}")
  @RolesAllowed("admin")
  public Response remove(@PathParam("name") String name) {
    sdn.remove(known(name).controller().name());
    return Response.noContent().build();
  }

  @POST
  @Path("/{name}/test")
  @RolesAllowed("operator")
  public JsonObject test(@PathParam("name") String name) {
    try {
      String found = sdn.test(known(name).controller().name());
      return Json.createObjectBuilder().add("ok", true).add("detail", found).build();
    } catch (ControllerFailureException e) {
      return SdnJson.failure(e.failure()).add("ok", false).build();
    }
  }

  /** The dry run: reads the controller and writes nothing. */
  @GET
  @Path("/{name}/plan")
  @RolesAllowed("viewer")
  public JsonObject plan(@PathParam("name") String name) {
    try {
      DryRun dryRun = sdn.plan(known(name).controller().name());
      return SdnJson.plan(dryRun);
    } catch (ControllerFailureException e) {
      throw problem(e.failure()).asException();
    }
  }

  @POST
  @Path("/{name}/push")
  @RolesAllowed("operator")
  public Response push(@PathParam("name") String name, InputStream body) throws IOException {
    return asked(known(name), accepted(body));
  }

  /** Registrations become endpoints in the same round that publishes. */
  @POST
  @Path("/{name}/import")
  @RolesAllowed("operator")
  public Response importRegistrations(@PathParam("name") String name) {
    ControllerView view = known(name);
    if (!view.controller().imports()) {
      throw Problem.of(409, "import_off", "This controller is not one to import from.")
          .asException();
    }
    return asked(view, 0);
  }

  /** 200 with the outcome where the leading node was quick, else 202 with where to ask. */
  private Response asked(ControllerView view, int acceptedDeletions) {
    String id = sdn.push(view.controller().name(), acceptedDeletions);
    Optional<String> outcome = sdn.awaitOutcome(id);
    JsonObject answer =
        Json.createObjectBuilder()
            .add("request_id", id)
            .add("done", outcome.isPresent())
            .add("outcome", outcome.orElse("asked; the node that leads has not answered yet"))
            .build();
    return Response.status(outcome.isPresent() ? 200 : 202).entity(answer).build();
  }

  @GET
  @Path("/{name}/audit")
  @RolesAllowed("viewer")
  public JsonObject audit(
      @PathParam("name") String name, @QueryParam("count") @DefaultValue("100") String count) {
    JsonArrayBuilder actions = Json.createArrayBuilder();
    sdn.actions(name(name), HistoryResource.count(count))
        .forEach(action -> actions.add(SdnJson.action(action)));
    return Json.createObjectBuilder().add("audit", actions).build();
  }

  private ControllerView known(String name) {
    return sdn.controller(name(name)).orElseThrow(() -> unknown(name));
  }

  private static ControllerName name(String name) {
    try {
      return new ControllerName(name);
    } catch (IllegalArgumentException e) {
      throw unknown(name);
    }
  }

  private static NoSuchElementException unknown(String name) {
    return new NoSuchElementException("There is no SDN controller '" + name + "'.");
  }

  private static Fields fields(InputStream body) throws IOException {
    return new Fields(JsonBody.read(body, MAX_BODY), Problem.UNPROCESSABLE);
  }

  private static int accepted(InputStream body) throws IOException {
    byte[] octets = body.readNBytes(MAX_BODY + 1);
    if (octets.length == 0) {
      return 0;
    }
    Fields fields = fields(new ByteArrayInputStream(octets));
    int accepted = fields.object().getInt("accept_deletions", 0);
    if (accepted < 0) {
      throw fields.wrong("accept_deletions", "the number of deletions that you accept");
    }
    return accepted;
  }

  private static Problem problem(ControllerFailure failure) {
    int status =
        failure.kind() == ControllerFailure.Kind.TIMEOUT
            ? Problem.GATEWAY_TIMEOUT
            : Problem.BAD_GATEWAY;
    return Problem.of(status, "controller_failed", failure.reason())
        .with(SdnJson.failure(failure).build())
        .after(failure.retryAfter());
  }
}
