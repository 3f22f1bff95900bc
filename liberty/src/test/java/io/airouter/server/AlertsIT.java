package io.airouter.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.access.Role;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Alert rules and alerts from outside: changed, fired, told, acknowledged, resolved. */
@ExtendWith(ServerExtension.class)
class AlertsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String RULES = "/api/v1/alerts/rules";
  private static final String RULE =
      """
      {"id": "%s", "name": "Any thread", "metric": "threads", "threshold": %d,
       "for_seconds": 0, "severity": "critical"}
      """;

  private final Api api;
  private final Api operator;

  AlertsIT(RunningServer server) {
    this.api = Api.of(server);
    this.operator = api.as(Role.OPERATOR);
  }

  private Answer patch(String id, String etag, String body) {
    HttpRequest.Builder request =
        operator
            .request(RULES + "/" + id)
            .header("If-Match", etag)
            .method("PATCH", HttpRequest.BodyPublishers.ofString(body));
    return operator.send(request);
  }

  private List<JsonObject> alerts(String query) {
    return operator
        .get("/api/v1/alerts?" + query)
        .json()
        .getJsonArray("alerts")
        .getValuesAs(JsonObject.class);
  }

  /** The hook listens where no simulated endpoint does, on the simulator's port. */
  private HookReceiver receiver() {
    String authority =
        api.get("/models")
            .json()
            .getJsonObject("models")
            .getJsonObject("gpt-4")
            .getString("endpoint");
    return new HookReceiver(Integer.parseInt(authority.substring(authority.indexOf(':') + 1)));
  }

  @Test
  void theFiveDefaultRulesAreThere() {
    assertThat(operator.get(RULES).json().getJsonArray("rules").getValuesAs(JsonObject.class))
        .extracting(rule -> rule.getString("id"))
        .contains(
            "high-cpu", "high-memory", "high-error-rate", "slow-responses", "high-model-load");
  }

  @Test
  void aRuleOnAnUnknownMetricIsRefusedWithTheList() {
    Answer answer =
        operator.post(RULES, "{\"name\": \"x\", \"metric\": \"moon\", \"threshold\": 1}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().getString("field")).isEqualTo("metric");
    assertThat(answer.json().getString("detail")).contains("cpu_percent", "endpoints_down");
  }

  @Test
  void onlyOperatorsChangeRulesAndADryRunChangesNothing() {
    String rule = RULE.formatted("it-dry", 1);
    assertThat(api.as(Role.VIEWER).post(RULES, rule).status()).isEqualTo(403);
    Answer planned = operator.post(RULES + "?dry_run=true", rule);
    assertThat(planned.json().getJsonArray("differences")).isNotEmpty();
    assertThat(operator.get(RULES + "/it-dry").status()).isEqualTo(404);
  }

  @Test
  void ofTwoEditorsTheSecondSeesBothVersions() {
    Answer created = operator.post(RULES, RULE.formatted("it-conflict", 1_000_000));
    assertThat(created.status()).isEqualTo(201);
    String etag = created.header("ETag").orElseThrow();
    assertThat(operator.post(RULES, RULE.formatted("it-conflict", 1)).status()).isEqualTo(409);
    assertThat(patch("it-conflict", etag, "{\"threshold\": 2000000}").status()).isEqualTo(200);
    Answer late = patch("it-conflict", etag, "{\"threshold\": 3000000}");
    assertThat(late.status()).isEqualTo(412);
    assertThat(late.json().getJsonObject("current").getInt("threshold")).isEqualTo(2_000_000);
    assertThat(late.body()).contains("3000000");
    assertThat(operator.delete(RULES + "/it-conflict").status()).isEqualTo(204);
  }

  @Test
  void anAlertFiresIsToldAcknowledgedAndResolved() throws GeneralSecurityException {
    try (HookReceiver receiver = receiver()) {
      String etag = operator.post(RULES, RULE.formatted("it-life", 1)).header("ETag").orElseThrow();
      Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> alerts("state=firing&rule=it-life").size() == 1);
      JsonObject alert = alerts("state=firing&rule=it-life").getFirst();
      // The first attempt was refused, so the second is the one that counts.
      Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> receiver.of("it-life", "alert.firing").size() == 2);
      assertThat(receiver.of("it-life", "alert.firing").getLast().isSigned()).isTrue();

      acknowledge("/api/v1/alerts/" + alert.getString("id"));
      assertThat(api.get("/metrics").body())
          .containsPattern("router_alerts_firing\\{[^}]*severity=\"critical\"[^}]*} [1-9]");

      assertThat(patch("it-life", etag, "{\"threshold\": 1000000}").status()).isEqualTo(200);
      Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> alerts("state=resolved&rule=it-life").size() == 1);
      Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> receiver.of("it-life", "alert.resolved").size() == 2);
      assertThat(alerts("rule=it-life").getFirst().getJsonObject("acknowledged")).isNotNull();
      Awaitility.await()
          .atMost(PATIENCE)
          .until(
              () ->
                  operator
                      .get("/api/v1/alerts/deliveries?alert=" + alert.getString("id"))
                      .body()
                      .contains("\"state\":\"delivered\",\"attempts\":2,\"status\":204"));
    } finally {
      operator.delete(RULES + "/it-life");
    }
  }

  private void acknowledge(String path) {
    String note = "{\"note\": \"on it\"}";
    assertThat(api.as(Role.VIEWER).post(path + "/acknowledge", note).status()).isEqualTo(403);
    assertThat(operator.post(path + "/acknowledge", note).status()).isEqualTo(200);
    assertThat(operator.get(path).json().getJsonObject("acknowledged").getString("note"))
        .isEqualTo("on it");
  }

  @Test
  void thereIsNoAlertOfAnIdThatIsNone() {
    for (String id : List.of("nonsense", "0b9f4c1e-6c9d-4b7e-9c55-0f7b0c1d2e3f")) {
      assertThat(operator.get("/api/v1/alerts/" + id).status()).isEqualTo(404);
      assertThat(operator.post("/api/v1/alerts/" + id + "/acknowledge", "{}").status())
          .isEqualTo(404);
    }
    assertThat(operator.get("/api/v1/alerts?state=loud").status()).isEqualTo(422);
  }

  @Test
  void howTheNodeFaresIsReadableForARange() {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                api.get("/api/v1/monitoring/system?range=5m").body().contains("loopback_bytes\":"));
    JsonObject system = api.get("/api/v1/monitoring/system?range=5m").json();
    JsonObject newest = system.getJsonArray("samples").getValuesAs(JsonObject.class).getLast();
    assertThat(newest.getJsonNumber("memory_percent").doubleValue()).isBetween(1.0, 100.0);
    assertThat(api.get("/api/v1/monitoring/system?range=2d").status()).isEqualTo(422);
  }
}
