package io.airouter.api;

import io.airouter.access.ApiKey;
import io.airouter.access.CreatedKey;
import io.airouter.boundary.Accounts;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The API keys of the data path; a key's secret is shown once, when it is made. */
@Path("/keys")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
public class KeysResource {
  private static final int MAX_BODY = 16 << 10;
  private static final int MAX_NAME = 100;
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  @Inject private Accounts accounts;
  @Inject private InstantSource clock;

  @GET
  public JsonObject keys() {
    JsonArrayBuilder keys = Json.createArrayBuilder();
    accounts.keys().forEach(key -> keys.add(json(key)));
    return Json.createObjectBuilder().add("keys", keys).build();
  }

  @POST
  public Response create(InputStream body, @Context SecurityContext security) throws IOException {
    Fields fields = new Fields(JsonBody.read(body, MAX_BODY), Problem.UNPROCESSABLE);
    String name = AuthResource.required(fields, "name");
    if (name.strip().length() > MAX_NAME) {
      throw fields.wrong("name", "at most " + MAX_NAME + " characters");
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
      throw fields.wrong("name", "without control characters");
    }
    CreatedKey created =
        accounts.createKey(name, expiry(fields), security.getUserPrincipal().getName());
    JsonObject answer = json(created.key()).add("key", created.secret()).build();
    return Response.status(Response.Status.CREATED).entity(answer).build();
  }

  @DELETE
  @Path("/{id}")
  public Response revoke(@PathParam("id") String id) {
    if (!accounts.revokeKey(id)) {
      throw Problem.of(Problem.NOT_FOUND, "key_not_found", "There is no such key in use.")
          .inField("id")
          .asException();
    }
    return Response.noContent().build();
  }

  private Optional<Instant> expiry(Fields fields) {
    Optional<Instant> expiry = fields.text("expires_at").map(text -> instant(text, fields));
    if (expiry.isPresent() && !expiry.get().isAfter(clock.instant())) {
      throw fields.wrong("expires_at", "in the future");
    }
    if (expiry.isPresent() && expiry.get().isAfter(LATEST)) {
      throw fields.wrong("expires_at", "before the year 10000");
    }
    return expiry;
  }

  private static Instant instant(String text, Fields fields) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw fields.wrong("expires_at", "a time such as 2030-01-31T12:00:00Z");
    }
  }

  private static JsonObjectBuilder json(ApiKey key) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("id", key.id())
            .add("name", key.name())
            .add("prefix", key.prefix())
            .add("created_by", key.createdBy())
            .add("created_at", key.createdAt().toString())
            .add("enabled", key.enabled());
    key.expiresAt()
        .ifPresentOrElse(
            at -> json.add("expires_at", at.toString()), () -> json.addNull("expires_at"));
    key.lastUsedAt()
        .ifPresentOrElse(
            at -> json.add("last_used_at", at.toString()), () -> json.addNull("last_used_at"));
    return json;
  }
}
