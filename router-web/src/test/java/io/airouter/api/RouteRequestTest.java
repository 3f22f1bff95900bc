package io.airouter.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.airouter.model.ModelId;
import io.airouter.model.Priority;
import io.airouter.query.RouteQuery;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteRequestTest {
  @Test
  void aQueryAloneIsEnough() {
    RouteQuery query = parse("{\"query\":\"What is DNS?\"}");

    assertThat(query.prompt()).isEqualTo("What is DNS?");
    assertThat(query.sourceEid()).isEqualTo(InetAddress.ofLiteral("10.1.0.1"));
    assertThat(query.priority()).isEmpty();
    assertThat(query.preferredModel()).isEmpty();
    assertThat(query.dryRun()).isFalse();
    assertThat(query.requestId()).isEqualTo("request-1");
    assertThat(query.chat().getJsonArray("messages").getJsonObject(0).getString("content"))
        .isEqualTo("What is DNS?");
  }

  @Test
  void allFieldsAreRead() {
    RouteQuery query =
        parse(
            """
            {"query": "x", "context": {"user_id": "7", "turn": 3}, "priority": "HIGH",
             "source_eid": "2001:db8::1", "preferred_model": "GPT-4", "dry_run": true}
            """);

    assertThat(query.context()).containsEntry("user_id", "7").containsEntry("turn", "3");
    assertThat(query.priority()).contains(Priority.HIGH);
    assertThat(query.sourceEid()).isEqualTo(InetAddress.ofLiteral("2001:db8::1"));
    assertThat(query.preferredModel()).contains(new ModelId("gpt-4"));
    assertThat(query.strict()).isFalse();
    assertThat(query.dryRun()).isTrue();
  }

  @Test
  void nullsAndUnknownFieldsAreAsIfAbsent() {
    RouteQuery query =
        parse("{\"query\":\"x\",\"priority\":null,\"preferred_model\":\"auto\",\"shiny\":[1]}");

    assertThat(query.priority()).isEmpty();
    assertThat(query.preferredModel()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | 422 | query",
        "{\"query\":\"  \"} | 422 | query",
        "{\"query\":5} | 422 | query",
        "{\"query\":\"x\",\"priority\":\"urgent\"} | 422 | priority",
        "{\"query\":\"x\",\"priority\":1} | 422 | priority",
        "{\"query\":\"x\",\"source_eid\":\"10.1.0\"} | 422 | source_eid",
        "{\"query\":\"x\",\"source_eid\":\"300.1.1.1\"} | 422 | source_eid",
        "{\"query\":\"x\",\"source_eid\":\"example.com\"} | 422 | source_eid",
        "{\"query\":\"x\",\"preferred_model\":\"gpt-9\"} | 404 | preferred_model",
        "{\"query\":\"x\",\"preferred_model\":\"no such!\"} | 404 | preferred_model",
        "{\"query\":\"x\",\"context\":\"words\"} | 422 | context",
        "{\"query\":\"x\",\"dry_run\":\"yes\"} | 422 | dry_run",
      })
  void aRefusalNamesTheField(String body, int status, String field) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> parse(body))
        .satisfies(e -> assertThat(e.problem().status()).isEqualTo(status))
        .satisfies(e -> assertThat(e.problem().field()).contains(field));
  }

  @Test
  void aQueryOverOneMebibyteIsTooLarge() {
    JsonObject body =
        Json.createObjectBuilder().add("query", "x".repeat(RouteRequest.MAX_QUERY + 1)).build();

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> RouteRequest.parse(body, CatalogueFixture.ARRIVAL))
        .satisfies(e -> assertThat(e.problem().status()).isEqualTo(413))
        .satisfies(e -> assertThat(e.problem().field()).contains("query"));
  }

  private static RouteQuery parse(String body) {
    return RouteRequest.parse(
        Json.createReader(new StringReader(body)).readObject(), CatalogueFixture.ARRIVAL);
  }
}
