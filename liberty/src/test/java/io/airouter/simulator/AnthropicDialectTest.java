package io.airouter.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AnthropicDialectTest {

  private static final String MESSAGES = "/v1/messages";

  private static EndpointSimulator simulator;
  private static URI base;

  @BeforeAll
  static void start() throws IOException {
    simulator = EndpointSimulator.start(SimulatorSettings.onFreePorts());
    base = simulator.baseUri("claude-3-primary");
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  @Test
  void aMessageHasTheFullShape() throws Exception {
    HttpResponse<String> response =
        Talk.send(Talk.post(base, MESSAGES, message("\"max_tokens\":100")));

    assertThat(response.headers().firstValue("request-id")).isPresent();
    JsonObject message = Talk.json(response);
    assertThat(message.getString("id")).startsWith("msg_");
    assertThat(message.getString("type")).isEqualTo("message");
    assertThat(message.getString("role")).isEqualTo("assistant");
    assertThat(message.getString("stop_reason")).isEqualTo("end_turn");
    assertThat(message.isNull("stop_sequence")).isTrue();
    assertThat(message.getJsonArray("content").getJsonObject(0).getString("text"))
        .contains("claude-3-primary", "rivers");
    assertThat(message.getJsonObject("usage").keySet())
        .contains("input_tokens", "output_tokens", "cache_read_input_tokens");
  }

  @Test
  void maxTokensIsRequired() throws Exception {
    HttpResponse<String> response = Talk.send(Talk.post(base, MESSAGES, message("\"top_k\":1")));

    assertThat(response.statusCode()).isEqualTo(400);
    JsonObject error = Talk.json(response);
    assertThat(error.getString("type")).isEqualTo("error");
    assertThat(error.getString("request_id")).isNotEmpty();
    assertThat(error.getJsonObject("error").getString("type")).isEqualTo("invalid_request_error");
    assertThat(error.getJsonObject("error").getString("message")).contains("max_tokens");
  }

  @Test
  void aStopSequenceEndsTheMessageAndIsNamed() throws Exception {
    String body = message("\"max_tokens\":100,\"stop_sequences\":[\"answer\"]");
    JsonObject message = Talk.json(Talk.send(Talk.post(base, MESSAGES, body)));

    assertThat(message.getString("stop_reason")).isEqualTo("stop_sequence");
    assertThat(message.getString("stop_sequence")).isEqualTo("answer");
  }

  @Test
  void aStreamNamesEachEventTwiceFromMessageStartToMessageStop() throws Exception {
    HttpResponse<String> stream =
        Talk.send(Talk.post(base, MESSAGES, message("\"max_tokens\":2,\"stream\":true")));

    List<String> names =
        stream
            .body()
            .lines()
            .filter(line -> line.startsWith("event: "))
            .map(line -> line.substring("event: ".length()))
            .toList();
    assertThat(names)
        .containsExactly(
            "message_start",
            "content_block_start",
            "ping",
            "content_block_delta",
            "content_block_delta",
            "content_block_stop",
            "message_delta",
            "message_stop");
    List<JsonObject> events = Talk.data(stream);
    assertThat(events).extracting(event -> event.getString("type")).isEqualTo(names);
    JsonObject ending = events.get(6);
    assertThat(ending.getJsonObject("delta").getString("stop_reason")).isEqualTo("max_tokens");
    assertThat(ending.getJsonObject("usage").getInt("output_tokens")).isEqualTo(2);
  }

  @Test
  void tokensAreCountedAsTheyWillBeCharged() throws Exception {
    String body = message("\"max_tokens\":1,\"system\":\"Be brief.\"");
    JsonObject counted = Talk.json(Talk.send(Talk.post(base, "/v1/messages/count_tokens", body)));
    JsonObject message = Talk.json(Talk.send(Talk.post(base, MESSAGES, body)));

    assertThat(counted.getInt("input_tokens"))
        .isEqualTo(message.getJsonObject("usage").getInt("input_tokens"));
  }

  @Test
  void anUnknownPathIsNotFound() throws Exception {
    HttpResponse<String> response = Talk.send(Talk.get(base, "/v1/nothing"));

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(Talk.json(response).getJsonObject("error").getString("type"))
        .isEqualTo("not_found_error");
  }

  @Test
  void theModelIsListed() throws Exception {
    JsonObject list = Talk.json(Talk.send(Talk.get(base, "/v1/models")));

    assertThat(list.getString("first_id")).isEqualTo("claude-3");
  }

  private static String message(String more) {
    return """
        {"model":"claude-3",%s,"messages":[{"role":"user","content":
        [{"type":"text","text":"Summarize: rivers flow, rivers run to the sea"}]}]}"""
        .formatted(more);
  }
}
