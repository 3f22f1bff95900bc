package io.airouter.upstream;

import io.airouter.model.Endpoint;
import io.airouter.model.Model;
import io.airouter.query.ClientGoneException;
import io.airouter.query.Completion;
import io.airouter.query.Fleet;
import io.airouter.query.UpstreamCall;
import io.airouter.query.UpstreamException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the dialects' tests share. */
final class Dialects {
  static final AnswerFrame FRAME = new AnswerFrame("chatcmpl-req-1", 1_000, Fleet.GPT, 12);

  private Dialects() {}

  /** JSON with single quotes, for legibility. */
  static JsonObject json(String singleQuoted) {
    return Json.createReader(new StringReader(singleQuoted.replace('\'', '"'))).readObject();
  }

  static UpstreamCall call(Model model, String chat) {
    Endpoint endpoint = Fleet.endpoint("e", model.id(), "127.0.0.1");
    return new UpstreamCall("req-1", model, endpoint, json(chat), Duration.ofSeconds(5));
  }

  /** All chunks the caller sees of that stream, and what they add up to. */
  record Streamed(List<JsonObject> chunks, Completion completion) {}

  static Streamed stream(ChatDialect dialect, String singleQuoted, boolean usageAsked)
      throws IOException, UpstreamException, ClientGoneException {
    JsonObject chat =
        json(usageAsked ? "{'stream_options':{'include_usage':true}}" : "{'stream':true}");
    List<JsonObject> chunks = new ArrayList<>();
    StreamRelay relay = new StreamRelay(chunks::add, chat);
    byte[] octets = singleQuoted.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    EventReader events = dialect.events(new ByteArrayInputStream(octets));
    ChunkTranslator translator = dialect.translator(FRAME);
    Optional<StreamEvent> event = events.next();
    while (event.isPresent()) {
      for (JsonObject chunk : translator.translate(event.get())) {
        relay.take(chunk);
      }
      event = events.next();
    }
    return new Streamed(chunks, relay.end(FRAME.estimatedInputTokens()));
  }
}
