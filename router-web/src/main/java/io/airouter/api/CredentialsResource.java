package io.airouter.api;

import io.airouter.access.EndpointSecret;
import io.airouter.api.EditDesk.Order;
import io.airouter.boundary.Catalogue;
import io.airouter.boundary.CatalogueEditing;
import io.airouter.model.Endpoint;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** {@code /credentials}: the secrets endpoints are called with; written, and never read back. */
@Path("/credentials")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
public class CredentialsResource {
  @Inject private Catalogue catalogue;
  @Inject private CatalogueEditing editing;
  @Inject private EditDesk desk;

  @GET
  public JsonObject credentials() {
    JsonArrayBuilder credentials = Json.createArrayBuilder();
    for (String name : editing.credentialNames()) {
      credentials.add(
          Json.createObjectBuilder().add("name", name).add("endpoints", endpointsWith(name)));
    }
    return Json.createObjectBuilder().add("credentials", credentials).build();
  }

  private JsonArrayBuilder endpointsWith(String credential) {
    JsonArrayBuilder ids = Json.createArrayBuilder();
    catalogue.snapshot().catalogue().endpoints().stream()
        .filter(e -> e.credential().equals(Optional.of(credential)))
        .map(Endpoint::id)
        .forEach(id -> ids.add(id.value()));
    return ids;
  }

  /** A name may hold slashes, as those of models' own credentials do. */
  @PUT
  @Path("/{name: .+}")
  @RolesAllowed("operator")
  public Response set(
      @PathParam("name") String name, @QueryParam("dry_run") String dryRun, InputStream body)
      throws IOException {
    EditFields fields = new EditFields(JsonBody.read(body, ModelsResource.MAX_BODY));
    Optional<EndpointSecret> secret =
        fields.parsed(
            "secret",
            value -> new EndpointSecret(name, value),
            "text without control characters, its name of at most 100 characters");
    if (secret.isEmpty()) {
      fields.wrong("secret", "must be given");
    }
    fields.close();
    return desk.answer(
        new Order(List.of(), secret.stream().toList(), Optional.empty(), EditDesk.dryRun(dryRun)));
  }
}
