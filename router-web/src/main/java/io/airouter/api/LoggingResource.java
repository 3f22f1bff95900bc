package io.airouter.api;

import io.airouter.boundary.LogSwitch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Log levels of this node, switched while it runs. */
@Path("/logging")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
public class LoggingResource {
  private static final int MAX_BODY = 4 << 10;
  private static final String INHERIT = "inherit";

  @Inject private LogSwitch logging;

  @GET
  public JsonObject levels() {
    JsonArrayBuilder loggers = Json.createArrayBuilder();
    logging
        .levels()
        .forEach(
            (logger, level) ->
                loggers.add(Json.createObjectBuilder().add("logger", logger).add("level", level)));
    return Json.createObjectBuilder()
        .add("node", logging.node())
        .add("loggers", loggers)
        .add("levels", Json.createArrayBuilder(LogSwitch.LEVELS))
        .build();
  }

  @PUT
  public JsonObject set(InputStream body) throws IOException {
    Fields fields = new Fields(JsonBody.read(body, MAX_BODY), Problem.UNPROCESSABLE);
    String logger = fields.text("logger").orElse(LogSwitch.ROUTER).strip();
    String level = AuthResource.required(fields, "level").strip();
    if (!LogSwitch.isOfTheRouter(logger)) {
      throw fields.wrong("logger", LogSwitch.ROUTER + " or a logger below it");
    }
    if (!level.equals(INHERIT) && !LogSwitch.LEVELS.contains(level)) {
      throw fields.wrong("level", "one of " + LogSwitch.LEVELS + " or " + INHERIT);
    }
    logging.set(logger, Optional.of(level).filter(l -> !l.equals(INHERIT)));
    return levels();
  }
}
