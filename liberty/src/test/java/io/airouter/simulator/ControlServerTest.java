package io.airouter.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlServerTest {

  private static final String PATH = "/endpoints/claude-3-backup";

  private EndpointSimulator simulator;

  @BeforeEach
  void start() throws IOException {
    simulator = EndpointSimulator.start(SimulatorSettings.onFreePorts());
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void anUpdateChangesOnlyWhatItNames() throws Exception {
    put("{\"error_rate\":0.25,\"error_status\":529,\"retry_after_s\":3}");
    JsonObject after = Talk.json(put("{\"latency_ms\":1,\"tokens_per_second\":40}"));

    assertThat(after.getString("state")).isEqualTo("ok");
    assertThat(after.getJsonNumber("error_rate").doubleValue()).isEqualTo(0.25);
    assertThat(after.getInt("error_status")).isEqualTo(529);
    assertThat(after.getInt("retry_after_s")).isEqualTo(3);
    assertThat(after.getInt("latency_ms")).isEqualTo(1);
    assertThat(after.getInt("tokens_per_second")).isEqualTo(40);
    assertThat(after.getInt("cut_after_events")).isZero();
  }

  @Test
  void anEndpointShowsItsCounts() throws Exception {
    Talk.send(Talk.get(simulator.baseUri("claude-3-backup"), "/health"));
    Talk.send(Talk.post(simulator.baseUri("claude-3-backup"), "/v1/messages", "{}"));
    JsonObject counts =
        Talk.json(Talk.send(Talk.get(simulator.controlUri(), PATH))).getJsonObject("counts");

    assertThat(counts.getInt("health_checks")).isEqualTo(1);
    assertThat(counts.getInt("calls")).isEqualTo(1);
    assertThat(counts.getInt("errors")).isEqualTo(1);
    assertThat(counts.keySet()).contains("streams", "in_flight", "cancelled_streams");
  }

  @Test
  void allEndpointsAreListed() throws Exception {
    JsonObject all = Talk.json(Talk.send(Talk.get(simulator.controlUri(), "/endpoints")));

    assertThat(all.getJsonArray("endpoints")).hasSize(6);
    assertThat(all.getJsonArray("endpoints").getJsonObject(5).getString("base_url"))
        .isEqualTo(simulator.baseUri("llama3.2-local-1").toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"latency\":1}            | latency",
        "{\"state\":\"down\"}       | state",
        "{\"state\":null}           | state",
        "{\"latency_ms\":-1}        | latency_ms",
        "{\"latency_ms\":1.5}       | latency_ms",
        "{\"latency_ms\":\"1\"}     | latency_ms",
        "{\"tokens_per_second\":1e99} | tokens_per_second",
        "{\"error_rate\":1.01}      | error_rate",
        "{\"error_rate\":true}      | error_rate",
        "{\"error_status\":200}     | error_status",
        "{\"retry_after_s\":[]}     | retry_after_s",
        "{\"cut_after_events\":-2}  | cut_after_events"
      })
  void aBadUpdateNamesItsFieldAndChangesNothing(String body, String field) throws Exception {
    HttpResponse<String> response = put(body);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(Talk.json(response).getString("field")).isEqualTo(field);
    JsonObject after = Talk.json(put("{}"));
    assertThat(after.getString("state")).isEqualTo("ok");
    assertThat(after.getInt("latency_ms")).isZero();
  }

  @Test
  void whatIsNoJsonObjectIsRefused() throws Exception {
    assertThat(put("[1]").statusCode()).isEqualTo(400);
    assertThat(put("").statusCode()).isEqualTo(400);
  }

  @Test
  void anUnknownEndpointIsNotFound() throws Exception {
    HttpResponse<String> response =
        Talk.send(Talk.put(simulator.controlUri(), "/endpoints/gpt-5", "{}"));

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(Talk.json(response).getString("detail")).contains("gpt-5", "gpt-4-primary");
  }

  @Test
  void otherMethodsAreNotAllowed() throws Exception {
    assertThat(Talk.send(Talk.post(simulator.controlUri(), PATH, "{}")).statusCode())
        .isEqualTo(405);
  }

  private HttpResponse<String> put(String body) throws Exception {
    return Talk.send(Talk.put(simulator.controlUri(), PATH, body));
  }
}
