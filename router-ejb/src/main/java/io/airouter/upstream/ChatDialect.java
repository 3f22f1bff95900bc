package io.airouter.upstream;

import io.airouter.model.Dialect;
import io.airouter.query.Completion;
import io.airouter.query.UpstreamCall;
import io.airouter.query.UpstreamException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** One HTTP API of the upstreams, translated from and to the OpenAI shape. Stateless. */
sealed interface ChatDialect permits OpenAiDialect, AnthropicDialect, OllamaDialect {
  static ChatDialect of(Dialect dialect) {
    return switch (dialect) {
      case OPENAI -> OpenAiDialect.INSTANCE;
      case ANTHROPIC -> AnthropicDialect.INSTANCE;
      case OLLAMA -> OllamaDialect.INSTANCE;
    };
  }

  /** Below the endpoint's base URL. */
  String path();

  /** The header that carries the secret. */
  default Map.Entry<String, String> authorization(String secret) {
    return Map.entry("Authorization", "Bearer " + secret);
  }

  /** Headers of every request. */
  default Map<String, String> headers() {
    return Map.of();
  }

  /** The media type of a stream's answer. */
  String streamType();

  /** The request in this dialect. */
  JsonObject request(UpstreamCall call, boolean streamed);

  /**
   * The whole answer in the OpenAI shape.
   *
   * @throws RubbishException when it is not of this dialect
   * @throws UpstreamException when it tells of an error
   */
  Completion completion(JsonObject answer, AnswerFrame frame) throws IOException, UpstreamException;

  EventReader events(InputStream in);

  /** A new translator for one stream. */
  ChunkTranslator translator(AnswerFrame frame);
}
