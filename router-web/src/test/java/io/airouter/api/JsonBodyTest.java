package io.airouter.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {
  private static final int LIMIT = 10_000;

  @Test
  void anObjectIsRead() throws IOException {
    assertThat(read("{\"query\":\"Grüße\"}").getString("query")).isEqualTo("Grüße");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"a\":}",
        "{\"a\":1}}",
        "{\"a\":1} x",
        "[]",
        "nope",
        "\"text\"",
        "{'a':1}",
        "{\"a\":1e999999999}x",
        "{\"a\":01}"
      })
  void whatIsNoObjectIsMalformed(String text) {
    assertProblem(text.getBytes(StandardCharsets.UTF_8), 400);
  }

  @Test
  void octetsThatAreNoUtf8AreMalformed() {
    assertProblem(new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'}, 400);
  }

  @Test
  void aBodyOverTheLimitIsTooLarge() {
    assertProblem(("{\"a\":\"" + "x".repeat(LIMIT) + "\"}").getBytes(StandardCharsets.UTF_8), 413);
  }

  @Test
  void deepNestingIsRefusedBeforeItIsParsed() {
    assertProblem("{\"a\":".repeat(1_000).getBytes(StandardCharsets.UTF_8), 400);
  }

  @Test
  void bracketsInsideStringsAreNoDepth() throws IOException {
    assertThat(read("{\"a\":\"\\\"" + "[".repeat(200) + "\"}")).containsKey("a");
  }

  @Test
  void aNumberOfThousandsOfDigitsIsRefused() {
    String body = "{\"max_tokens\":" + "9".repeat(5_000) + "}";

    assertProblem(body.getBytes(StandardCharsets.UTF_8), 400);
  }

  @Test
  void randomOctetsAreRefusedAndNeverWorse() {
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    for (int i = 0; i < 2_000; i++) {
      byte[] octets = new byte[random.nextInt(1, 60)];
      random.nextBytes(octets);
      octets[0] = '{';
      assertProblem(octets, 400);
    }
  }

  private static JsonObject read(String text) throws IOException {
    return JsonBody.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), LIMIT);
  }

  private static void assertProblem(byte[] octets, int status) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> JsonBody.read(new ByteArrayInputStream(octets), LIMIT))
        .satisfies(e -> assertThat(e.problem().status()).isEqualTo(status))
        .satisfies(e -> assertThat(e.problem().field()).contains("body"));
  }
}
