package io.airouter.api;

import io.airouter.access.CreatedUser;
import io.airouter.access.Role;
import io.airouter.access.User;
import io.airouter.access.UserEdit;
import io.airouter.boundary.Users;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
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
import java.io.IOException;
import java.io.InputStream;

/** The users; a one-time password is shown once, when it is made. */
@Path("/users")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
public class UsersResource {
  private static final int MAX_BODY = 16 << 10;

  @Inject private Users users;

  @GET
  public JsonObject users() {
    JsonArrayBuilder all = Json.createArrayBuilder();
    users.users().forEach(user -> all.add(UserJson.builder(user)));
    return Json.createObjectBuilder().add("users", all).build();
  }

  @GET
  @Path("/{name}")
  public JsonObject user(@PathParam("name") String name) {
    return UserJson.builder(known(name)).build();
  }

  @POST
  public Response create(InputStream body) throws IOException {
    Fields fields = fields(body);
    CreatedUser created = users.create(AuthResource.required(fields, "name"), role(fields));
    return Response.status(Response.Status.CREATED).entity(withPassword(created)).build();
  }

  /** The whole configuration of the user as it shall be, made to the version that was read. */
  @PUT
  @Path("/{name}")
  public JsonObject change(@PathParam("name") String name, InputStream body) throws IOException {
    Fields fields = fields(body);
    if (!fields.object().containsKey("enabled")) {
      throw fields.wrong("enabled", "true or false");
    }
    known(name);
    UserEdit wanted = new UserEdit(name, version(fields), role(fields), fields.flag("enabled"));
    return UserJson.builder(users.change(wanted)).build();
  }

  @POST
  @Path("/{name}/password")
  public JsonObject resetPassword(@PathParam("name") String name, InputStream body)
      throws IOException {
    long version = version(fields(body));
    known(name);
    return withPassword(users.resetPassword(name, version));
  }

  @DELETE
  @Path("/{name}")
  public Response remove(
      @PathParam("name") String name, @QueryParam("version") @DefaultValue("") String version) {
    if (!version.matches("\\d{1,18}")) {
      throw Problem.of(
              Problem.UNPROCESSABLE, "invalid_field", "'version' must be that of the user.")
          .inField("version")
          .asException();
    }
    known(name);
    users.remove(name, Long.parseLong(version));
    return Response.noContent().build();
  }

  private User known(String name) {
    return users
        .user(name)
        .orElseThrow(
            () ->
                Problem.of(Problem.NOT_FOUND, "user_not_found", "There is no such user.")
                    .inField("name")
                    .asException());
  }

  private static JsonObject withPassword(CreatedUser created) {
    return UserJson.builder(created.user())
        .add("one_time_password", created.oneTimePassword())
        .build();
  }

  private static Fields fields(InputStream body) throws IOException {
    return new Fields(JsonBody.read(body, MAX_BODY), Problem.UNPROCESSABLE);
  }

  private static Role role(Fields fields) {
    return Role.ofWord(AuthResource.required(fields, "role"))
        .orElseThrow(() -> fields.wrong("role", "viewer, operator or admin"));
  }

  private static long version(Fields fields) {
    if (fields.object().get("version") instanceof JsonNumber number && number.isIntegral()) {
      return number.longValue();
    }
    throw fields.wrong("version", "the version of the user that was read");
  }
}
