package io.airouter.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.access.Role;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Users and the history through the API: what counts at once, what is refused, what is left. */
@ExtendWith(ServerExtension.class)
class UsersIT {
  private static final String WEIGHT =
      "/services/claude-3/weight?record_name=claude-3-primary&weight=70";

  private final RunningServer server;
  private final Api admin;

  UsersIT(RunningServer server) {
    this.server = server;
    this.admin = Api.of(server).as(Role.ADMIN);
  }

  @Test
  void anotherRoleADisabledUserANewPasswordAndARemovalCountForTokensThatExist() {
    JsonObject made = created("carl", "operator");
    Api carl = signedIn("carl", made.getString("one_time_password"));
    assertThat(carl.post(WEIGHT, "").status()).isEqualTo(200);

    assertThat(change("carl", 0, "viewer", true).status()).isEqualTo(200);
    assertThat(carl.post(WEIGHT, "").status()).isEqualTo(403);
    assertThat(carl.get("/stats").status()).isEqualTo(200);
    assertThat(change("carl", 1, "viewer", false).status()).isEqualTo(200);
    assertThat(carl.get("/stats").status()).isEqualTo(401);
    assertThat(change("carl", 2, "viewer", true).status()).isEqualTo(200);
    assertThat(carl.get("/stats").status()).isEqualTo(200);

    JsonObject version = Json.createObjectBuilder().add("version", 3).build();
    Answer reset = admin.post("/api/v1/users/carl/password", version);
    assertThat(reset.status()).isEqualTo(200);
    assertThat(carl.get("/stats").status()).isEqualTo(401);
    Api again = signedIn("carl", reset.json().getString("one_time_password"));
    assertThat(again.get("/stats").status()).isEqualTo(200);

    assertThat(admin.delete("/api/v1/users/carl?version=4").status()).isEqualTo(204);
    assertThat(again.get("/stats").status()).isEqualTo(401);
    assertThat(admin.get("/api/v1/users/carl").status()).isEqualTo(404);
    assertThat(actionsOn("carl"))
        .containsExactly(
            "user.removed",
            "user.password_reset",
            "user.changed",
            "user.changed",
            "user.changed",
            "user.created");
  }

  @Test
  void whoeverComesSecondSeesBothSides() {
    created("dora", "viewer");
    assertThat(change("dora", 0, "operator", true).status()).isEqualTo(200);

    Answer second = change("dora", 0, "viewer", false);

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.json().getString("code")).isEqualTo("user_changed");
    assertThat(second.json().getJsonObject("theirs").getString("role")).isEqualTo("operator");
    assertThat(second.json().getJsonObject("yours").getBoolean("enabled")).isFalse();
    assertThat(admin.delete("/api/v1/users/dora?version=0").status()).isEqualTo(409);
    assertThat(admin.delete("/api/v1/users/dora?version=1").status()).isEqualTo(204);
  }

  @Test
  void nobodyChangesTheirOwnAccountAndOthersSeeNoUsers() {
    long version =
        admin.get("/api/v1/users/tester-admin").json().getJsonNumber("version").longValue();
    assertThat(change("tester-admin", version, "viewer", true).json().getString("code"))
        .isEqualTo("own_account");
    assertThat(admin.delete("/api/v1/users/tester-admin?version=" + version).status())
        .isEqualTo(409);
    for (Api other : List.of(Api.of(server), Api.of(server).as(Role.OPERATOR))) {
      assertThat(other.get("/api/v1/users").status()).isEqualTo(403);
    }
    assertThat(admin.get("/api/v1/users").body()).doesNotContain("pbkdf2", "one_time_password");
  }

  @Test
  void aUserThatCannotBeIsRefusedByField() {
    assertRefused(user("No Such Name", "viewer"), 422, "name");
    assertRefused(user("anonymous", "viewer"), 422, "name");
    assertRefused(user("eve", "emperor"), 422, "role");
    assertRefused(user("admin", "viewer"), 409, "name");
    assertThat(admin.put("/api/v1/users/admin", user("admin", "viewer")).status()).isEqualTo(422);
    assertThat(admin.delete("/api/v1/users/admin").status()).isEqualTo(422);
    assertThat(admin.delete("/api/v1/users/nobody?version=0").status()).isEqualTo(404);
  }

  @Test
  void theHistoryIsFilteredPagedAndTheSameAsCsv() {
    List<String> routed = Traffic.route(server, "10.3.0.99", 5);
    Api viewer = Api.of(server).as(Role.VIEWER);
    String filter = "class=complex-reasoning&range=1h&outcome=ok";

    JsonObject first = viewer.get("/api/v1/history?count=2&" + filter).json();
    String cursor = first.getString("next_cursor");
    JsonObject second =
        viewer.get("/api/v1/history?count=2&cursor=" + cursor + "&" + filter).json();
    assertThat(ids(first)).hasSize(2).doesNotContainAnyElementsOf(ids(second));

    Answer csv = viewer.get("/api/v1/history.csv?" + filter);
    assertThat(csv.header("Content-Disposition").orElse("")).contains("attachment", ".csv");
    List<String> rows = csv.body().lines().skip(1).map(line -> line.split(",", 3)[1]).toList();
    assertThat(rows).containsAll(routed).startsWith(ids(first).toArray(String[]::new));
    assertThat(viewer.get("/api/v1/history?q=" + routed.getFirst()).json().getJsonArray("history"))
        .hasSize(1);
    assertThat(viewer.get("/api/v1/history.csv?sort=colour").status()).isEqualTo(422);
    assertThat(viewer.get("/api/v1/history?from=yesterday").json().getString("field"))
        .isEqualTo("from");
  }

  private static List<String> ids(JsonObject page) {
    return page.getJsonArray("history").stream()
        .map(entry -> entry.asJsonObject().getString("request_id"))
        .toList();
  }

  private JsonObject created(String name, String role) {
    Answer answer = admin.post("/api/v1/users", user(name, role));
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json();
  }

  private Api signedIn(String name, String password) {
    JsonObject body =
        Json.createObjectBuilder().add("username", name).add("password", password).build();
    return admin.showing(
        Api.of(server).post("/api/v1/auth/token", body).json().getString("access_token"));
  }

  private Answer change(String name, long version, String role, boolean enabled) {
    return admin.put(
        "/api/v1/users/" + name,
        Json.createObjectBuilder()
            .add("version", version)
            .add("role", role)
            .add("enabled", enabled)
            .build());
  }

  private List<String> actionsOn(String name) {
    return admin.get("/api/v1/audit?count=200").json().getJsonArray("audit").stream()
        .map(entry -> entry.asJsonObject())
        .filter(entry -> entry.getString("subject").equals(name))
        .map(entry -> entry.getString("action"))
        .toList();
  }

  private void assertRefused(JsonObject user, int status, String field) {
    Answer answer = admin.post("/api/v1/users", user);
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().getString("field")).isEqualTo(field);
  }

  private static JsonObject user(String name, String role) {
    return Json.createObjectBuilder().add("name", name).add("role", role).build();
  }
}
