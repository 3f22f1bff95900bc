package io.airouter.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.access.Role;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may do what: roles by token, applications by key, pages of other origins. */
@ExtendWith(ServerExtension.class)
class AccessIT {
  private static final String HELLO = "{\"query\": \"Say hello\", \"dry_run\": true}";
  private static final String CHAT =
      """
      {"model": "auto", "messages": [{"role": "user", "content": "Say hello"}]}
      """;
  private static final String SAME_WEIGHT =
      "/services/claude-3/weight?record_name=claude-3-primary&weight=70";

  private final Api api;

  AccessIT(RunningServer server) {
    this.api = Api.of(server);
  }

  @Test
  void aWrongPasswordGetsNoToken() {
    Answer answer =
        api.post("/api/v1/auth/token", "{\"username\": \"nobody\", \"password\": \"guessed\"}");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json().getString("code")).isEqualTo("invalid_credentials");
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void everyRoleReads(Role role) {
    for (String path : List.of("/stats", "/models", "/models/gpt-4", "/api/v1/history")) {
      assertThat(api.as(role).get(path).status()).as(path).isEqualTo(200);
    }
  }

  @Test
  void onlyOperatorsSetWeights() {
    assertThat(api.as(Role.VIEWER).post(SAME_WEIGHT, "").status()).isEqualTo(403);
    assertThat(api.as(Role.OPERATOR).post(SAME_WEIGHT, "").status()).isEqualTo(200);
    assertThat(api.as(Role.ADMIN).post(SAME_WEIGHT, "").status()).isEqualTo(200);
  }

  @Test
  void onlyAdministratorsSeeAndMakeKeys() {
    for (Api other : List.of(api, api.as(Role.VIEWER), api.as(Role.OPERATOR))) {
      assertThat(other.get("/api/v1/keys").status()).isEqualTo(403);
      assertThat(other.post("/api/v1/keys", "{\"name\": \"mine\"}").status()).isEqualTo(403);
    }
  }

  @Test
  void aTokenThatIsNotOursOpensNothing() {
    String token = api.as(Role.ADMIN).bearer().orElseThrow();
    Api forger = api.showing(token.substring(0, token.lastIndexOf('.') + 1) + "c2lnbmVk");
    assertThat(forger.get("/api/v1/keys").status()).isEqualTo(401);
    assertThat(forger.get("/stats").status()).isEqualTo(401);
    assertThat(forger.post("/route", HELLO).status()).isEqualTo(401);
  }

  @Test
  void aKeyIsShownOnceRoutesAndChatsUntilItIsRevoked() {
    Api admin = api.as(Role.ADMIN);
    Answer created = admin.post("/api/v1/keys", "{\"name\": \"an application\"}");
    assertThat(created.status()).isEqualTo(201);
    String id = created.json().getString("id");
    String secret = created.json().getString("key");
    try {
      assertThat(admin.get("/api/v1/keys").body()).contains(id).doesNotContain(secret);
      Api application = api.showing(secret);
      assertThat(application.post("/route", HELLO).status()).isEqualTo(200);
      assertThat(application.post("/v1/chat/completions", CHAT).status()).isEqualTo(200);
      assertThat(application.get("/models").status()).isEqualTo(200);
      assertThat(application.get("/api/v1/keys").status()).isEqualTo(403);
      assertThat(application.post(SAME_WEIGHT, "").status()).isEqualTo(403);
    } finally {
      assertThat(admin.delete("/api/v1/keys/" + id).status()).isEqualTo(204);
    }
    assertThat(api.showing(secret).post("/route", HELLO).status()).isEqualTo(401);
    assertThat(api.showing(secret).post("/v1/chat/completions", CHAT).status()).isEqualTo(401);
    assertThat(admin.delete("/api/v1/keys/" + id).status()).isEqualTo(404);
  }

  @Test
  void aKeyLikeOursThatIsWrongIsRefusedEvenWhereNoneIsNeeded() {
    assertThat(api.post("/route", HELLO).status()).isEqualTo(200);
    assertThat(api.showing("any-word").post("/route", HELLO).status()).isEqualTo(200);
    Answer refused = api.showing("air_guessed").post("/v1/chat/completions", CHAT);
    assertThat(refused.status()).isEqualTo(401);
    JsonObject error = refused.json().getJsonObject("error");
    assertThat(error.getString("code")).isEqualTo("invalid_api_key");
  }

  @Test
  void aPageOfAConfiguredOriginMayAskFirst() {
    Answer preflight = preflight("https://console.example");
    assertThat(preflight.status()).isEqualTo(204);
    assertThat(preflight.header("Access-Control-Allow-Origin")).contains("https://console.example");
    assertThat(preflight.header("Access-Control-Allow-Methods").orElse("")).contains("POST");
    assertThat(preflight.header("Access-Control-Allow-Headers").orElse(""))
        .contains("authorization", "content-type");
  }

  @Test
  void aPageOfAnotherOriginGetsNoLeaveAndNoAnswerWithoutCredentials() {
    assertThat(preflight("https://evil.example").header("Access-Control-Allow-Origin")).isEmpty();
    Answer answer =
        api.send(
            api.request("/route")
                .header("Origin", "https://evil.example")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(HELLO)));
    assertThat(answer.status()).isEqualTo(401);
  }

  private Answer preflight(String origin) {
    return api.send(
        api.request("/route")
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "content-type")
            .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
  }
}
