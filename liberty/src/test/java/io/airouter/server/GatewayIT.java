package io.airouter.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.NotFoundException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.models.Model;
import io.airouter.access.Role;
import io.airouter.simulator.Behaviour;
import io.airouter.simulator.EndpointState;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway by the OpenAI project's own SDK, and what an SDK hides by plain HTTP. */
@ExtendWith(ServerExtension.class)
class GatewayIT {
  private static JsonObject key;
  private static OpenAIClient client;

  private final RunningServer server;
  private final Api api;

  GatewayIT(RunningServer server) {
    this.server = server;
    this.api = Api.of(server);
  }

  @BeforeAll
  static void makeAKey(RunningServer server) {
    key = Api.of(server).as(Role.ADMIN).post("/api/v1/keys", "{\"name\": \"sdk\"}").json();
    client =
        OpenAIOkHttpClient.builder()
            .baseUrl(server.http() + "/v1")
            .apiKey(key.getString("key"))
            .maxRetries(0)
            .build();
  }

  @AfterAll
  static void endTheKey(RunningServer server) {
    client.close();
    Api.of(server).as(Role.ADMIN).delete("/api/v1/keys/" + key.getString("id"));
  }

  private static ChatCompletionCreateParams chat(String model, String words) {
    return ChatCompletionCreateParams.builder().model(model).addUserMessage(words).build();
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "gpt-4", "claude-3", "llama3.2-local"})
  void theSdkChatsWithAnyDialectBehindTheGateway(String model) {
    ChatCompletion answer = client.chat().completions().create(chat(model, "What is 17 * 4?"));
    assertThat(answer.choices()).hasSize(1);
    assertThat(answer.choices().getFirst().message().content().orElseThrow()).contains("68");
    assertThat(answer.usage().orElseThrow().totalTokens()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "gpt-4", "claude-3", "llama3.2-local"})
  void theSdkStreamsFromAnyDialectBehindTheGateway(String model) {
    try (StreamResponse<ChatCompletionChunk> stream =
        client.chat().completions().createStreaming(chat(model, "What is 17 * 4?"))) {
      List<ChatCompletionChunk> chunks = stream.stream().toList();
      assertThat(chunks).hasSizeGreaterThan(1);
      assertThat(text(chunks)).contains("68");
      assertThat(
              chunks.stream()
                  .flatMap(chunk -> chunk.choices().stream())
                  .anyMatch(choice -> choice.finishReason().isPresent()))
          .isTrue();
    }
  }

  private static String text(List<ChatCompletionChunk> chunks) {
    return chunks.stream()
        .flatMap(chunk -> chunk.choices().stream())
        .flatMap(choice -> choice.delta().content().stream())
        .collect(Collectors.joining());
  }

  @Test
  void theSdkListsTheModelsAndTheRoutersOwnChoice() {
    assertThat(client.models().list().data())
        .extracting(Model::id)
        .containsExactlyInAnyOrder("auto", "gpt-4", "claude-3", "gpt-3.5-fast", "llama3.2-local");
  }

  @Test
  void theSdkIsToldOfAnUnknownModel() {
    assertThatThrownBy(() -> client.chat().completions().create(chat("gpt-99", "Hello")))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void anUnknownModelIsAnErrorInTheDialectsShape() {
    Answer answer = api.post("/v1/chat/completions", request("gpt-99", false));
    assertThat(answer.status()).isEqualTo(404);
    JsonObject error = answer.json().getJsonObject("error");
    assertThat(error.getString("code")).isEqualTo("model_not_found");
    assertThat(error.getString("type")).isEqualTo("invalid_request_error");
    assertThat(error.getString("param")).isEqualTo("model");
    assertThat(error.getString("message")).contains("gpt-99");
  }

  @Test
  void aStreamIsFramedAsServerSentEventsAndItsHeadersTellTheDecision() {
    Answer answer = api.post("/v1/chat/completions", request("gpt-4", true));
    assertThat(answer.header("Content-Type").orElse("")).startsWith("text/event-stream");
    assertThat(answer.header("x-router-model")).contains("gpt-4");
    assertThat(answer.header("x-router-endpoint").orElse("")).startsWith("gpt-4-");
    assertThat(answer.header("x-router-attempts")).contains("1");
    assertThat(answer.header("x-router-decision-id")).isPresent();
    assertThat(answer.body()).endsWith("data: [DONE]\n\n");
    assertThat(answer.body().split("\n\n")).allMatch(event -> event.matches("data: [^\n]+"));
  }

  @Test
  void aWholeAnswerTellsTheDecisionInItsHeaders() {
    Answer answer = api.post("/v1/chat/completions", request("claude-3", false));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("x-router-model")).contains("claude-3");
    assertThat(answer.json().getString("object")).isEqualTo("chat.completion");
  }

  @Test
  void aStreamThatFailsBeforeItsFirstWordStartsElsewhere() {
    try (var _ = Trouble.with(server, Trouble.FAILING, "gpt-4-primary")) {
      for (int i = 0; i < 5; i++) {
        Answer answer = api.post("/v1/chat/completions", request("gpt-4", true));
        assertThat(answer.header("x-router-endpoint")).contains("gpt-4-secondary");
        assertThat(answer.body()).endsWith("data: [DONE]\n\n");
      }
    }
  }

  @Test
  void aStreamThatBreaksInTheMiddleSaysSoAndHasNoGoodEnd() {
    Behaviour cut = new Behaviour(EndpointState.OK, 0, 0, 0, 503, 0, 3);
    try (var _ = Trouble.with(server, cut, "gpt-4-primary", "gpt-4-secondary")) {
      String stream = api.readStream("/v1/chat/completions", request("gpt-4", true));
      List<String> events = List.of(stream.split("\n\n"));
      assertThat(events.getFirst()).contains("\"choices\"");
      assertThat(events.getLast()).startsWith("data: {\"error\":").contains("server_error");
      assertThat(stream).doesNotContain("[DONE]");
    }
  }

  private static JsonObject request(String model, boolean stream) {
    return Json.createObjectBuilder()
        .add("model", model)
        .add("stream", stream)
        .add(
            "messages",
            Json.createArrayBuilder()
                .add(
                    Json.createObjectBuilder()
                        .add("role", "user")
                        .add("content", "Explain what a name server does, in a few sentences.")))
        .build();
  }
}
