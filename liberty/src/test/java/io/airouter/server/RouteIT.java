package io.airouter.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code POST /route}, from the README's example to what is left when nothing answers. */
@ExtendWith(ServerExtension.class)
class RouteIT {
  private static final String README =
      """
      {"query": "Explain the concept of machine learning",
       "context": {"user_id": "12345"}, "priority": "high", "source_eid": "10.1.0.5"}
      """;
  private static final JsonObject NOTHING_MORE = JsonValue.EMPTY_JSON_OBJECT;

  private final RunningServer server;
  private final Api api;

  RouteIT(RunningServer server) {
    this.server = server;
    this.api = Api.of(server);
  }

  @Test
  void theReadmesQueryIsAnsweredByWayOfLispAndDns() {
    JsonObject answer = api.post("/route", README).json();
    assertThat(answer.getString("selected_model")).isIn("claude-3", "gpt-4");
    assertThat(answer.getString("routing_method")).isEqualTo("LISP + DNS");
    assertThat(answer.getString("endpoint")).startsWith("127.0.");
    assertThat(answer.getString("llm_response")).contains("machine", "learning");
    assertThat(answer)
        .containsKeys(
            "confidence_score",
            "reasoning",
            "estimated_cost",
            "estimated_response_time",
            "alternative_models",
            "lisp_packet",
            "generation_time");
    assertThat(answer.getJsonNumber("generation_time").doubleValue()).isPositive();
  }

  @Test
  void theMetadataTellsTheAnalysisAndWhatBothPlanesSaid() {
    JsonObject metadata = api.post("/route", README).json().getJsonObject("routing_metadata");
    assertThat(metadata.getJsonObject("query_analysis").getString("priority")).isEqualTo("high");
    assertThat(metadata.getString("workload_class")).isEqualTo("general");
    assertThat(metadata.getJsonObject("context").getString("user_id")).isEqualTo("12345");
    assertThat(metadata.getJsonObject("lisp_routing").getString("eid")).startsWith("10.100.0.");
    assertThat(metadata.getJsonObject("lisp_routing").getJsonArray("locators")).isNotEmpty();
    assertThat(metadata.getJsonObject("dns_routing").getBoolean("found")).isTrue();
    assertThat(metadata.getJsonArray("candidates")).hasSize(4);
    assertThat(metadata.getJsonNumber("processing_time_ms").doubleValue()).isPositive();
  }

  @Test
  void aDryRunDecidesAndCallsNobody() {
    long before = calls();
    JsonObject answer = api.route("What is DNS?", json().add("dry_run", true).build()).json();
    assertThat(answer.getString("selected_model")).isNotBlank();
    assertThat(answer.get("llm_response")).isEqualTo(JsonValue.NULL);
    assertThat(attempts(answer)).isEmpty();
    assertThat(calls()).isEqualTo(before);
  }

  private long calls() {
    return server.simulator().baseUris().keySet().stream()
        .mapToLong(id -> server.simulator().counts(id).calls())
        .sum();
  }

  @Test
  void thePreferredModelIsTakenWhereItCanBe() {
    JsonObject answer =
        api.route("Say hello", json().add("preferred_model", "llama3.2-local").build()).json();
    assertThat(answer.getString("selected_model")).isEqualTo("llama3.2-local");
    assertThat(answer.getString("endpoint_id")).isEqualTo("llama3.2-local-1");
  }

  @Test
  void theWorkloadClassIsThatOfTheSourceEid() {
    JsonObject answer = api.route("Say hello", json().add("source_eid", "10.2.7.7").build()).json();
    assertThat(answer.getJsonObject("routing_metadata").getString("workload_class"))
        .isEqualTo("fast-response");
  }

  @Test
  void theDecisionIsKeptInTheHistory() {
    JsonObject answer = api.post("/route", README).json();
    String id = answer.getJsonObject("routing_metadata").getString("decision_id");
    Awaitility.await()
        .atMost(Trouble.PATIENCE)
        .until(() -> api.get("/api/v1/history/" + id).status() == 200);
    JsonObject entry = api.get("/api/v1/history/" + id).json();
    assertThat(entry.getString("model")).isEqualTo(answer.getString("selected_model"));
    assertThat(entry.getString("endpoint")).isEqualTo(answer.getString("endpoint_id"));
    assertThat(entry.getString("routing_method")).isEqualTo("LISP + DNS");
    assertThat(entry.getString("source_eid")).isEqualTo("10.1.0.5");
    assertThat(entry.getJsonObject("decision").getJsonArray("candidates")).hasSize(4);
    assertThat(entry.toString()).doesNotContain("machine learning");
  }

  static Stream<Arguments> badRequests() {
    return Stream.of(
        Arguments.of("{\"query\": ", 400, "body"),
        Arguments.of("[\"query\"]", 400, "body"),
        Arguments.of("", 400, "body"),
        Arguments.of("{}", 422, "query"),
        Arguments.of("{\"query\": \"  \"}", 422, "query"),
        Arguments.of("{\"query\": 7}", 422, "query"),
        Arguments.of(with("preferred_model", "\"gpt-99\""), 404, "preferred_model"),
        Arguments.of(with("source_eid", "\"10.1.0.999\""), 422, "source_eid"),
        Arguments.of(with("source_eid", "\"224.0.0.1\""), 422, "source_eid"),
        Arguments.of(with("priority", "\"urgent\""), 422, "priority"),
        Arguments.of(with("dry_run", "\"yes\""), 422, "dry_run"),
        Arguments.of(with("context", "[]"), 422, "context"));
  }

  private static String with(String field, String value) {
    return "{\"query\": \"What is DNS?\", \"%s\": %s}".formatted(field, value);
  }

  @ParameterizedTest
  @MethodSource("badRequests")
  void aProblemNamesTheFieldAtFault(String body, int status, String field) {
    Answer answer = api.post("/route", body);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type").orElse("")).startsWith("application/problem+json");
    JsonObject problem = answer.json();
    assertThat(problem.getInt("status")).isEqualTo(status);
    assertThat(problem.getString("field")).isEqualTo(field);
    assertThat(problem.getString("detail")).isNotBlank();
    assertThat(problem.getString("request_id")).isNotBlank();
  }

  @Test
  void aQueryOfTwoMegabytesIsTooLarge() {
    Answer answer = api.route("word ".repeat(420_000), NOTHING_MORE);
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.json().getString("field")).isEqualTo("query");
  }

  @Test
  void aModelThatFailsIsReplacedByTheNextAndTheAttemptsTell() {
    try (var _ = Trouble.with(server, Trouble.FAILING, "gpt-4-primary", "gpt-4-secondary")) {
      JsonObject answer =
          api.route("Say hello", json().add("preferred_model", "gpt-4").build()).json();
      assertThat(answer.getString("selected_model")).isNotEqualTo("gpt-4");
      assertThat(answer.getString("llm_response")).isNotBlank();
      List<JsonObject> attempts = attempts(answer);
      assertThat(attempts).hasSizeGreaterThan(1);
      assertThat(attempts.getFirst().getString("model")).isEqualTo("gpt-4");
      assertThat(attempts.getFirst().getInt("status")).isEqualTo(503);
      assertThat(attempts.getLast().getString("outcome")).isEqualTo("ok");
    }
  }

  @Test
  void whereEveryCallFailsTheAnswerIsABadGatewayWithTheAttempts() {
    try (var _ = Trouble.everywhere(server, Trouble.FAILING)) {
      Answer answer = api.route("Say hello", NOTHING_MORE);
      assertThat(answer.status()).isEqualTo(502);
      assertThat(answer.json().getJsonArray("attempts")).isNotEmpty();
    }
  }

  @Test
  void whereNothingServesTheAnswerTellsWhenToRetryAndWhy() {
    try (var _ = Trouble.everywhere(server, Trouble.REFUSING).seen()) {
      Answer answer = api.route("Say hello", NOTHING_MORE);
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.header("Retry-After")).isPresent();
      List<JsonObject> candidates =
          answer.json().getJsonArray("candidates").getValuesAs(JsonObject.class);
      assertThat(candidates).hasSize(4);
      assertThat(candidates).allMatch(c -> !c.getBoolean("eligible"));
      assertThat(candidates).noneMatch(c -> ((JsonString) c.get("reason")).getString().isBlank());
      assertThat(api.get("/health/models").status()).isEqualTo(503);
    }
  }

  private static List<JsonObject> attempts(JsonObject answer) {
    return answer
        .getJsonObject("routing_metadata")
        .getJsonArray("attempts")
        .getValuesAs(JsonObject.class);
  }

  private static JsonObjectBuilder json() {
    return Json.createObjectBuilder();
  }
}
