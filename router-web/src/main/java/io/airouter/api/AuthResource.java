package io.airouter.api;

import io.airouter.access.IssuedToken;
import io.airouter.access.PasswordSignIn.Visit;
import io.airouter.access.SignedIn;
import io.airouter.boundary.Accounts;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;

/** Tokens for passwords, and new passwords for old ones. */
@Path("/auth")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuthResource {
  /** Octets of a body at most: a name and two passwords. */
  private static final int MAX_BODY = 16 << 10;

  @Inject private Accounts accounts;
  @Inject private InstantSource clock;
  @Context private HttpServletRequest request;

  @POST
  @Path("/token")
  @PermitAll
  public JsonObject token(InputStream body) throws IOException {
    Fields fields = new Fields(JsonBody.read(body, MAX_BODY), Problem.UNPROCESSABLE);
    SignedIn user =
        accounts
            .signIn(visit(required(fields, "username")), required(fields, "password").toCharArray())
            .orElseThrow(
                () ->
                    Problem.of(
                            Problem.UNAUTHORIZED,
                            "invalid_credentials",
                            "The name or the password is wrong, or the name is locked for a while.")
                        .asException());
    return answer(user, accounts.issueToken(user));
  }

  private JsonObject answer(SignedIn user, IssuedToken token) {
    long seconds = Duration.between(clock.instant(), token.expiresAt()).toSeconds();
    return Json.createObjectBuilder()
        .add("access_token", token.token())
        .add("token_type", "bearer")
        .add("expires_in", Math.max(0, seconds))
        .add("role", user.role().word())
        .add("must_change_password", user.mustChangePassword())
        .build();
  }

  /** The old password proves who asks, so no token is needed. */
  @POST
  @Path("/password")
  @PermitAll
  public JsonObject changePassword(InputStream body) throws IOException {
    Fields fields = new Fields(JsonBody.read(body, MAX_BODY), Problem.UNPROCESSABLE);
    accounts.changePassword(
        visit(required(fields, "username")),
        required(fields, "old_password").toCharArray(),
        required(fields, "new_password").toCharArray());
    return Json.createObjectBuilder().add("changed", true).build();
  }

  private Visit visit(String name) {
    return new Visit(name, request.getRemoteAddr());
  }

  static String required(Fields fields, String name) {
    return fields
        .text(name)
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> fields.wrong(name, "a string that is not empty"));
  }
}
