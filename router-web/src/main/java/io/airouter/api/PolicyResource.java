package io.airouter.api;

import io.airouter.api.EditDesk.Order;
import io.airouter.boundary.Catalogue;
import io.airouter.model.CatalogueEdit.PolicyEdit;
import io.airouter.model.Configured;
import io.airouter.model.Policy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** {@code /policy}: the scoring weights and the workload classes. */
@Path("/policy")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
public class PolicyResource {
  @Inject private Catalogue catalogue;
  @Inject private EditDesk desk;

  @GET
  public Response policy() {
    Policy policy = now();
    return Response.ok(PolicyJson.of(policy))
        .header("ETag", ConfigurationTag.of(Configured.words(policy)))
        .build();
  }

  @PUT
  @RolesAllowed("operator")
  public Response replace(
      @QueryParam("dry_run") String dryRun,
      @HeaderParam("If-Match") String ifMatch,
      InputStream body)
      throws IOException {
    return changed(body, false, ifMatch, EditDesk.dryRun(dryRun));
  }

  @PATCH
  @RolesAllowed("operator")
  public Response change(
      @QueryParam("dry_run") String dryRun,
      @HeaderParam("If-Match") String ifMatch,
      InputStream body)
      throws IOException {
    return changed(body, true, ifMatch, EditDesk.dryRun(dryRun));
  }

  private Response changed(InputStream body, boolean keeps, String ifMatch, boolean dryRun)
      throws IOException {
    Policy before = now();
    EditFields fields = new EditFields(JsonBody.read(body, ModelsResource.MAX_BODY));
    Policy after = new PolicyFields(fields, before).read(keeps);
    ConfigurationTag.require(
        Optional.ofNullable(ifMatch),
        Configured.POLICY,
        Configured.words(before),
        Configured.words(after));
    return desk.answer(Order.of(new PolicyEdit(before, after), dryRun));
  }

  private Policy now() {
    return catalogue.snapshot().catalogue().policy();
  }
}
