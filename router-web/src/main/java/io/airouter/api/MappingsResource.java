package io.airouter.api;

import io.airouter.boundary.MappingView;
import io.airouter.boundary.Mappings;
import io.airouter.lisp.Locator;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The mapping database: its entries, and which of them answers an EID. */
@Path("/")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
public class MappingsResource {
  private static final List<String> HEADS =
      List.of("eid_prefix", "origin", "model", "locators", "ttl_minutes", "since", "expires_at");

  @Inject private Mappings mappings;

  /** Those in which all words of {@code q} stand. */
  @GET
  @Path("mappings")
  public JsonObject mappings(@QueryParam("q") String search) {
    JsonArrayBuilder entries = Json.createArrayBuilder();
    matching(search).forEach(view -> entries.add(MappingJson.entry(view)));
    return Json.createObjectBuilder().add("mappings", entries).build();
  }

  @GET
  @Path("mappings.csv")
  @Produces(Csv.MEDIA_TYPE)
  public Response csv(@QueryParam("q") String search) {
    return Csv.download("mappings.csv", HEADS, matching(search).<List<?>>map(this::row).iterator());
  }

  @GET
  @Path("mappings/lookup")
  public JsonObject lookUp(@QueryParam("eid") String eid) {
    return MappingJson.answer(mappings.answer(EidText.parameter("eid", eid)));
  }

  private Stream<MappingView> matching(String search) {
    SearchWords words = SearchWords.of(search);
    return mappings.mappings().stream().filter(view -> words.match(view.text()));
  }

  private List<Object> row(MappingView view) {
    return List.of(
        view.mapping().eid().toString(),
        view.mapping().origin().word(),
        view.model().map(Object::toString).orElse(""),
        view.mapping().locators().stream()
            .map(MappingsResource::locator)
            .collect(Collectors.joining("; ")),
        view.mapping().ttlMinutes(),
        view.mapping().since().toString(),
        view.expiresAt().map(Object::toString).orElse(""));
  }

  private static String locator(Locator locator) {
    return locator.rloc() + " priority " + locator.priority() + " weight " + locator.weight();
  }
}
