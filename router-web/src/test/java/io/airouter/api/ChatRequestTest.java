package io.airouter.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.airouter.model.ModelId;
import jakarta.json.Json;
import java.io.StringReader;
import java.net.InetAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatRequestTest {
  @Test
  void theWordsOfTheUserAreAnalysedAndTheBodyPassesThrough() {
    ChatRequest chat =
        parse(
            """
            {"model": "auto", "temperature": 0.5, "shiny": {"new": true}, "messages": [
              {"role": "system", "content": "Be brief."},
              {"role": "user", "content": "First"},
              {"role": "assistant", "content": null, "tool_calls": []},
              {"role": "user", "content": [{"type": "text", "text": "Second"},
                                           {"type": "image_url", "image_url": {"url": "x"}}]}]}
            """);

    assertThat(chat.query().prompt()).isEqualTo("First\nSecond");
    assertThat(chat.query().chat()).containsKeys("temperature", "shiny");
    assertThat(chat.query().preferredModel()).isEmpty();
    assertThat(chat.query().strict()).isFalse();
    assertThat(chat.stream()).isFalse();
  }

  @Test
  void aModelsIdAllowsNoOther() {
    ChatRequest chat =
        parse("{\"model\":\"gpt-4\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}");

    assertThat(chat.query().preferredModel()).contains(new ModelId("gpt-4"));
    assertThat(chat.query().strict()).isTrue();
  }

  @Test
  void aStreamMayAskForItsUsage() {
    ChatRequest chat =
        parse(
            "{\"model\":\"auto\",\"stream\":true,\"stream_options\":{\"include_usage\":true},"
                + "\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}");

    assertThat(chat.stream()).isTrue();
    assertThat(chat.includeUsage()).isTrue();
  }

  @Test
  void theSourceEidComesInAHeader() {
    String body = "{\"model\":\"auto\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}";

    assertThat(parse(body, Optional.of("10.3.0.9")).query().sourceEid())
        .isEqualTo(InetAddress.ofLiteral("10.3.0.9"));
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> parse(body, Optional.of("nowhere")))
        .satisfies(e -> assertThat(e.problem().field()).contains("x-source-eid"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]} | 400 | model",
        "{\"model\":\"gpt-9\",\"messages\":[]} | 404 | model",
        "{\"model\":\"auto\"} | 400 | messages",
        "{\"model\":\"auto\",\"messages\":[]} | 400 | messages",
        "{\"model\":\"auto\",\"messages\":[\"x\"]} | 400 | messages[0]",
        "{\"model\":\"auto\",\"messages\":[{\"content\":\"x\"}]} | 400 | messages[0].role",
        "{\"model\":\"auto\",\"messages\":[{\"role\":\"king\"}]} | 400 | messages[0].role",
        "{\"model\":\"auto\",\"messages\":[{\"role\":\"user\",\"content\":3}]} "
            + "| 400 | messages[0].content",
        "{\"model\":\"auto\",\"stream\":\"yes\",\"messages\":[{\"role\":\"user\"}]} | 400 | stream",
      })
  void aRefusalNamesTheField(String body, int status, String field) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> parse(body))
        .satisfies(e -> assertThat(e.problem().status()).isEqualTo(status))
        .satisfies(e -> assertThat(e.problem().field()).contains(field));
  }

  private static ChatRequest parse(String body) {
    return parse(body, Optional.empty());
  }

  private static ChatRequest parse(String body, Optional<String> sourceEid) {
    return ChatRequest.parse(
        Json.createReader(new StringReader(body)).readObject(),
        sourceEid,
        CatalogueFixture.ARRIVAL);
  }
}
