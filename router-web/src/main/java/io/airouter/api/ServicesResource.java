package io.airouter.api;

import io.airouter.boundary.Catalogue;
import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.model.ModelId;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** {@code POST /services/{service}/weight}: an endpoint's share, in all planes at once. */
@Path("/services/{service}/weight")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ServicesResource {
  @Inject private Catalogue catalogue;

  @POST
  @RolesAllowed("operator")
  public JsonObject setWeight(
      @PathParam("service") String service,
      @QueryParam("record_name") String recordName,
      @QueryParam("weight") String weight) {
    ModelId model = ModelNames.known(service, catalogue.snapshot().catalogue());
    Endpoint endpoint = endpoint(model, recordName);
    int wanted = weight(weight);
    catalogue.setWeight(model, endpoint.id(), wanted);
    return Json.createObjectBuilder()
        .add("service", model.value())
        .add("record_name", endpoint.id().value())
        .add("weight", wanted)
        .add("previous_weight", endpoint.weight())
        .add("table_version", catalogue.snapshot().version())
        .build();
  }

  private Endpoint endpoint(ModelId model, String recordName) {
    if (recordName == null || recordName.isBlank()) {
      throw Problem.of(
              Problem.UNPROCESSABLE, "invalid_field", "'record_name' must name an endpoint.")
          .inField("record_name")
          .asException();
    }
    return endpointId(recordName)
        .flatMap(id -> catalogue.snapshot().catalogue().endpoint(id))
        .filter(e -> e.model().equals(model))
        .orElseThrow(
            () ->
                Problem.of(
                        Problem.NOT_FOUND,
                        "endpoint_not_found",
                        "The service '" + model + "' has no endpoint of that name.")
                    .inField("record_name")
                    .asException());
  }

  private static Optional<EndpointId> endpointId(String name) {
    try {
      return Optional.of(new EndpointId(name.strip()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static int weight(String text) {
    boolean number = text != null && text.matches("\\d{1,3}");
    int weight = number ? Integer.parseInt(text) : -1;
    if (weight < 0 || weight > Endpoint.MAX_WEIGHT) {
      throw Problem.of(Problem.UNPROCESSABLE, "invalid_field", "'weight' must be a number 0..100.")
          .inField("weight")
          .asException();
    }
    return weight;
  }
}
