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

class OllamaDialectTest {

  private static EndpointSimulator simulator;
  private static URI base;

  @BeforeAll
  static void start() throws IOException {
    simulator = EndpointSimulator.start(SimulatorSettings.onFreePorts());
    base = simulator.baseUri("llama3.2-local-1");
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  @Test
  void aChatIsStreamedAsLinesUnlessToldOtherwise() throws Exception {
    HttpResponse<String> stream =
        Talk.send(Talk.post(base, "/api/chat", chat("\"options\":{\"num_predict\":3}")));

    assertThat(stream.headers().firstValue("content-type")).contains("application/x-ndjson");
    List<String> lines = stream.body().lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(Talk.json(lines.getFirst()).getBoolean("done")).isFalse();
    JsonObject last = Talk.json(lines.getLast());
    assertThat(last.getBoolean("done")).isTrue();
    assertThat(last.getString("done_reason")).isEqualTo("length");
    assertThat(last.getInt("eval_count")).isEqualTo(3);
    assertThat(last.keySet()).contains("prompt_eval_count", "total_duration", "eval_duration");
  }

  @Test
  void aChatThatIsNotStreamedIsOneObject() throws Exception {
    JsonObject answer =
        Talk.json(Talk.send(Talk.post(base, "/api/chat", chat("\"stream\":false"))));

    assertThat(answer.getJsonObject("message").getString("content")).contains("llama3.2-local-1");
    assertThat(answer.getString("done_reason")).isEqualTo("stop");
  }

  @Test
  void tagsListTheModel() throws Exception {
    JsonObject tags = Talk.json(Talk.send(Talk.get(base, "/api/tags")));

    assertThat(tags.getJsonArray("models").getJsonObject(0).getString("name"))
        .isEqualTo("llama3.2-local");
  }

  @Test
  void theCompatiblePathsSpeakOpenAi() throws Exception {
    JsonObject answer =
        Talk.json(Talk.send(Talk.post(base, "/v1/chat/completions", chat("\"n\":1"))));

    assertThat(answer.getString("object")).isEqualTo("chat.completion");
  }

  @Test
  void eachPathHasItsOwnErrorShape() throws Exception {
    JsonObject own = Talk.json(Talk.send(Talk.post(base, "/api/chat", "{")));
    JsonObject compatible = Talk.json(Talk.send(Talk.post(base, "/v1/chat/completions", "{")));

    assertThat(own.getString("error")).contains("JSON");
    assertThat(compatible.getJsonObject("error").getString("message")).contains("JSON");
  }

  private static String chat(String more) {
    return "{\"model\":\"llama3.2-local\",%s,\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}"
        .formatted(more);
  }
}
