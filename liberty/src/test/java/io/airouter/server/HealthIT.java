package io.airouter.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What those who watch the router see: health, metrics, statistics, models and the API's pages. */
@ExtendWith(ServerExtension.class)
class HealthIT {
  private static final String QUERY = "{\"query\": \"Say hello\"}";

  private final Api api;

  HealthIT(RunningServer server) {
    this.api = Api.of(server);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/health",
        "/health/live",
        "/health/ready",
        "/health/started",
        "/health/lisp",
        "/health/dns",
        "/health/models"
      })
  void everyHealthIsUp(String path) {
    Answer answer = api.get(path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().getString("status")).isEqualTo("UP");
  }

  @Test
  void readinessNamesTheDatabaseAndTheListeners() {
    assertThat(api.get("/health/ready").body()).contains("\"database\"", "\"listeners\"");
  }

  @Test
  void readinessNamesTheReleaseThatIsReallyServed() {
    assertThat(api.get("/health/ready").json().getJsonArray("checks"))
        .extracting(check -> check.asJsonObject().getString("name"))
        .contains("release");
    assertThat(api.get("/health/ready").body()).containsPattern("\"version\":\"\\d+\\.\\d+");
  }

  @Test
  void thePlanesTellTheirDetails() {
    assertThat(details("lisp")).containsKeys("address", "mappings");
    assertThat(details("dns")).containsKeys("address", "zone", "services");
    assertThat(details("models").getString("gpt-4")).isEqualTo("2 of 2 endpoints serving");
  }

  private JsonObject details(String plane) {
    return api.get("/health/" + plane).json().getJsonObject("details");
  }

  @Test
  void metricsCountQueriesByModelEndpointAndOutcome() {
    JsonObject routed = api.post("/route", QUERY).json();
    String model = "model=\"" + routed.getString("selected_model") + "\"";
    String endpoint = "endpoint=\"" + routed.getString("endpoint_id") + "\"";
    Awaitility.await()
        .atMost(Trouble.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(api.get("/metrics").body().lines())
                    .anyMatch(
                        line ->
                            line.startsWith("router_queries_total{")
                                && line.contains(model)
                                && line.contains(endpoint)
                                && line.contains("outcome=\"")));
    assertThat(api.get("/metrics").body())
        .contains("router_query_duration_seconds", "router_tokens_total{")
        .containsPattern("router_plane_events_total\\{[^}]*plane=\"dns\"")
        .containsPattern("router_plane_events_total\\{[^}]*plane=\"lisp\"");
  }

  @Test
  void statisticsTellOfEachPlaneAndCountQueries() {
    long before = queries();
    api.post("/route", QUERY);
    JsonObject stats = api.get("/stats").json();
    assertThat(stats).containsOnlyKeys("lisp_stats", "dns_stats", "llm_stats", "system_stats");
    assertThat(queries()).isGreaterThan(before);
    assertThat(stats.getJsonObject("system_stats"))
        .containsKeys("uptime_seconds", "heap_used_bytes", "table_version", "history_written");
    assertThat(api.get("/api/v1/stats").json())
        .containsOnlyKeys(stats.keySet().toArray(String[]::new));
  }

  private long queries() {
    return api.get("/stats")
        .json()
        .getJsonObject("llm_stats")
        .getJsonNumber("total_queries")
        .longValue();
  }

  @Test
  void modelsAreShownAsTheirCallersKnowThem() {
    JsonObject models = api.get("/models").json().getJsonObject("models");
    assertThat(models).containsOnlyKeys("gpt-4", "claude-3", "gpt-3.5-fast", "llama3.2-local");
    JsonObject model = models.getJsonObject("gpt-4");
    assertThat(model)
        .containsOnlyKeys(
            "name",
            "endpoint",
            "model_id",
            "available",
            "current_load",
            "max_tokens",
            "cost_per_token",
            "avg_response_time",
            "rate_limit",
            "current_requests",
            "capabilities");
    assertThat(model.getBoolean("available")).isTrue();
    assertThat(
            api.get("/models/gpt-4").json().getJsonArray("endpoints").getValuesAs(JsonObject.class))
        .extracting(endpoint -> endpoint.getString("id"))
        .containsExactlyInAnyOrder("gpt-4-primary", "gpt-4-secondary");
    assertThat(api.get("/models/gpt-99").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/route",
        "/v1/chat/completions",
        "/v1/models",
        "/v1/models/{id}",
        "/stats",
        "/models",
        "/models/{id}",
        "/services/{service}/weight",
        "/api/v1/history",
        "/api/v1/history/{id}",
        "/api/v1/auth/token",
        "/api/v1/auth/password",
        "/api/v1/keys",
        "/api/v1/keys/{id}",
        "/health",
        "/health/lisp",
        "/health/dns",
        "/health/models",
        "/metrics"
      })
  void everyOperationIsDescribed(String path) {
    JsonObject paths = api.get("/openapi?format=JSON").json().getJsonObject("paths");
    assertThat(paths).containsKey(path);
    paths
        .getJsonObject(path)
        .forEach(
            (method, operation) ->
                assertThat(operation.asJsonObject().getString("summary", "")).isNotBlank());
  }

  @Test
  void theDescriptionHasAPage() {
    Answer page = api.get("/docs/");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type").orElse("")).startsWith("text/html");
  }
}
