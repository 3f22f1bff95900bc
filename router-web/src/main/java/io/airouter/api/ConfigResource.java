package io.airouter.api;

import io.airouter.boundary.Applied;
import io.airouter.boundary.ServiceConfiguring;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

/** {@code POST /config}: changes one service, in the form of the configuration file. */
@Path("/config")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
public class ConfigResource {
  private static final int MAX_BODY = 1 << 20;
  private static final Set<String> SERVICES = Set.of("lisp", "dns", "llm");

  @Inject private ServiceConfiguring configuring;

  @POST
  public JsonObject configure(InputStream body) throws IOException {
    EditFields fields = new EditFields(JsonBody.read(body, MAX_BODY));
    Optional<String> service =
        fields.word(
            "service",
            text -> Optional.of(text).filter(SERVICES::contains),
            SERVICES.stream().sorted());
    Optional<JsonObject> config = fields.json("config");
    boolean dryRun = fields.flag("dry_run").orElse(false);
    if (!fields.isSaid("service")) {
      fields.wrong("service", "must be one of dns, lisp, llm");
    }
    if (!fields.isSaid("config")) {
      fields.wrong("config", "must be an object");
    }
    fields.close();
    return answer(service.orElseThrow(), config.orElseThrow(), dryRun);
  }

  private JsonObject answer(String service, JsonObject config, boolean dryRun) {
    JsonObjectBuilder json =
        Json.createObjectBuilder().add("service", service).add("dry_run", dryRun);
    if (dryRun) {
      return json.add("differences", ConfigurationTag.json(configuring.plan(service, config)))
          .build();
    }
    Applied applied = configuring.apply(service, config);
    return json.add("table_version", applied.tableVersion())
        .add("differences", ConfigurationTag.json(applied.differences()))
        .build();
  }
}
