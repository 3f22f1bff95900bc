package io.airouter.server;

import io.airouter.access.Role;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One user of each role on each server under test, made through the API by the administrator and
 * signed in once.
 */
final class Testers {
  /** What browser tests choose in place of the first password, see the package browser. */
  private static final String CHOSEN_PASSWORD = "four unrelated words here";

  private static final Map<URI, RunningServer> SERVERS = new ConcurrentHashMap<>();
  private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

  private Testers() {}

  /** Makes a server known, so that its administrator's password is found. */
  static void work(RunningServer server) {
    SERVERS.put(server.http(), server);
  }

  /** The token of a user of that role; kept, as each sign-in costs a moment of CPU. */
  static synchronized String token(Api api, Role role) {
    return TOKENS.computeIfAbsent(api.base() + " " + role, key -> signedIn(api, role));
  }

  private static String signedIn(Api api, Role role) {
    Api anybody = api.anonymous();
    RunningServer server = SERVERS.get(api.base());
    boolean first = Files.exists(server.data().resolve("first-administrator.txt"));
    String admin =
        token(anybody, "admin", first ? server.administratorPassword() : CHOSEN_PASSWORD);
    String name = "tester-" + role.word();
    JsonObject wish = Json.createObjectBuilder().add("name", name).add("role", role.word()).build();
    Answer made = anybody.showing(admin).post("/api/v1/users", wish);
    if (made.status() != 201) {
      throw new IllegalStateException("no user for the tests: " + made.body());
    }
    return token(anybody, name, made.json().getString("one_time_password"));
  }

  private static String token(Api api, String name, String password) {
    JsonObject body =
        Json.createObjectBuilder().add("username", name).add("password", password).build();
    return api.post("/api/v1/auth/token", body).json().getString("access_token");
  }
}
