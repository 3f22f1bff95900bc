package io.airouter.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OpenAiDialectTest {

  private static final String CHAT = "/v1/chat/completions";

  private static EndpointSimulator simulator;
  private static URI base;

  @BeforeAll
  static void start() throws IOException {
    simulator = EndpointSimulator.start(SimulatorSettings.onFreePorts());
    base = simulator.baseUri("gpt-4-primary");
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  @Test
  void aChatCompletionHasTheFullShape() throws Exception {
    HttpResponse<String> response =
        Talk.send(Talk.post(base, CHAT, chat("What is 17 * 23?", "\"temperature\":0")));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("x-request-id")).isPresent();
    JsonObject answer = Talk.json(response);
    assertThat(answer.getString("id")).startsWith("chatcmpl-");
    assertThat(answer.getString("object")).isEqualTo("chat.completion");
    assertThat(answer.getString("model")).isEqualTo("gpt-4");
    assertThat(answer.getInt("created")).isPositive();
    JsonObject choice = answer.getJsonArray("choices").getJsonObject(0);
    assertThat(choice.getString("finish_reason")).isEqualTo("stop");
    assertThat(choice.getJsonObject("message").getString("content"))
        .contains("gpt-4-primary", "17*23 = 391");
  }

  @Test
  void usageAddsUp() throws Exception {
    JsonObject usage =
        Talk.json(Talk.send(Talk.post(base, CHAT, chat("12345678", "\"n\":1"))))
            .getJsonObject("usage");

    assertThat(usage.getInt("prompt_tokens")).isEqualTo(2);
    assertThat(usage.getInt("total_tokens"))
        .isEqualTo(usage.getInt("prompt_tokens") + usage.getInt("completion_tokens"));
  }

  @Test
  void theNewerTokenLimitWinsAndEndsWithLength() throws Exception {
    String body = chat("hello", "\"max_tokens\":9,\"max_completion_tokens\":2");
    JsonObject answer = Talk.json(Talk.send(Talk.post(base, CHAT, body)));

    assertThat(answer.getJsonObject("usage").getInt("completion_tokens")).isEqualTo(2);
    assertThat(answer.getJsonArray("choices").getJsonObject(0).getString("finish_reason"))
        .isEqualTo("length");
  }

  @Test
  void aStreamBeginsWithTheRoleAndEndsWithDone() throws Exception {
    HttpResponse<String> stream =
        Talk.send(Talk.post(base, CHAT, chat("What is 2 + 2?", "\"stream\":true")));

    assertThat(stream.headers().firstValue("content-type")).contains("text/event-stream");
    assertThat(stream.body()).endsWith("data: [DONE]\n\n").doesNotContain("event:", "usage");
    List<JsonObject> chunks = Talk.data(stream);
    assertThat(delta(chunks.getFirst()).getString("role")).isEqualTo("assistant");
    assertThat(chunks.getLast().getJsonArray("choices").getJsonObject(0).getString("finish_reason"))
        .isEqualTo("stop");
    assertThat(chunks).extracting(chunk -> chunk.getString("id")).containsOnly(id(chunks));
    String text =
        chunks.stream()
            .map(chunk -> delta(chunk).getString("content", ""))
            .collect(Collectors.joining());
    assertThat(text).contains("2+2 = 4");
  }

  @Test
  void usageIsStreamedInAChunkWithoutChoicesWhenAskedFor() throws Exception {
    String body = chat("hello", "\"stream\":true,\"stream_options\":{\"include_usage\":true}");
    List<JsonObject> chunks = Talk.data(Talk.send(Talk.post(base, CHAT, body)));

    assertThat(chunks.getLast().getJsonArray("choices")).isEmpty();
    assertThat(chunks.getLast().getJsonObject("usage").getInt("completion_tokens"))
        .isEqualTo(chunks.size() - 3);
    assertThat(chunks.getFirst().get("usage")).isEqualTo(JsonValue.NULL);
  }

  @Test
  void malformedJsonIsAnInvalidRequest() throws Exception {
    HttpResponse<String> response = Talk.send(Talk.post(base, CHAT, "{\"model\":"));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Talk.json(response).getJsonObject("error").getString("type"))
        .isEqualTo("invalid_request_error");
  }

  @Test
  void endlesslyNestedJsonIsAnInvalidRequest() throws Exception {
    HttpResponse<String> response = Talk.send(Talk.post(base, CHAT, "[".repeat(100_000)));

    assertThat(response.statusCode()).isEqualTo(400);
  }

  @Test
  void aMissingMessageListIsNamed() throws Exception {
    HttpResponse<String> response = Talk.send(Talk.post(base, CHAT, "{\"model\":\"gpt-4\"}"));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Talk.json(response).getJsonObject("error").getString("param")).isEqualTo("messages");
  }

  @Test
  void anUnknownPathIsNotFound() throws Exception {
    HttpResponse<String> response = Talk.send(Talk.get(base, "/v1/nothing"));

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(Talk.json(response).getJsonObject("error").getString("code"))
        .isEqualTo("unknown_url");
  }

  @Test
  void theModelIsListed() throws Exception {
    JsonObject list = Talk.json(Talk.send(Talk.get(base, "/v1/models")));

    assertThat(list.getJsonArray("data").getJsonObject(0).getString("id")).isEqualTo("gpt-4");
  }

  @Test
  void embeddingsAreTheSameAsFloatsAndAsBase64() throws Exception {
    String body = "{\"model\":\"e\",\"input\":[\"red fox\"],\"dimensions\":8";
    JsonObject floats =
        Talk.json(Talk.send(Talk.post(base, "/v1/embeddings", body + "}")))
            .getJsonArray("data")
            .getJsonObject(0);
    String encoded =
        Talk.json(
                Talk.send(
                    Talk.post(base, "/v1/embeddings", body + ",\"encoding_format\":\"base64\"}")))
            .getJsonArray("data")
            .getJsonObject(0)
            .getString("embedding");

    ByteBuffer bytes =
        ByteBuffer.wrap(Base64.getDecoder().decode(encoded)).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(bytes.remaining()).isEqualTo(8 * Float.BYTES);
    assertThat(bytes.getFloat())
        .isEqualTo((float) floats.getJsonArray("embedding").getJsonNumber(0).doubleValue());
  }

  @Test
  void healthSaysWhoAnswers() throws Exception {
    JsonObject health = Talk.json(Talk.send(Talk.get(base, "/health")));

    assertThat(health.getString("endpoint")).isEqualTo("gpt-4-primary");
  }

  private static String chat(String question, String more) {
    return "{\"model\":\"gpt-4\",%s,\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}"
        .formatted(more, question);
  }

  private static JsonObject delta(JsonObject chunk) {
    return chunk.getJsonArray("choices").getJsonObject(0).getJsonObject("delta");
  }

  private static String id(List<JsonObject> chunks) {
    return chunks.getFirst().getString("id");
  }
}
