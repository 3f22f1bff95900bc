package io.airouter.query;

import io.airouter.model.TokenUsage;
import io.airouter.query.UpstreamException.Kind;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers with the endpoint's name, or fails as told. */
final class ScriptedUpstream implements Upstream {
  final List<String> called = new ArrayList<>();
  private final Map<String, UpstreamException> failures = new HashMap<>();
  private Optional<UpstreamException> failure = Optional.empty();
  int chunks = 1;

  void fail(String endpoint, Kind kind) {
    failures.put(endpoint, new UpstreamException(kind, kind.word(), 503, Optional.empty()));
  }

  void failAll(Kind kind) {
    failure = Optional.of(new UpstreamException(kind, kind.word(), 503, Optional.empty()));
  }

  void cutAfterContent(String endpoint) {
    failures.put(
        endpoint, new UpstreamException(Kind.CUT, "cut", new IOException()).afterContent());
  }

  @Override
  public Completion complete(UpstreamCall call) throws UpstreamException {
    called.add(call.endpoint().id().value());
    Optional<UpstreamException> told =
        failure.or(() -> Optional.ofNullable(failures.get(call.endpoint().id().value())));
    if (told.isPresent()) {
      throw told.get();
    }
    String text = "answer of " + call.endpoint().id();
    return new Completion(
        JsonValue.EMPTY_JSON_OBJECT, text, "stop", new TokenUsage(100, 50, 0, false));
  }

  @Override
  public Completion stream(UpstreamCall call, ChunkSink sink)
      throws UpstreamException, ClientGoneException {
    UpstreamException told = failures.get(call.endpoint().id().value());
    if (told != null && told.contentSent()) {
      sink.chunk(chunk(call));
    }
    Completion completion = complete(call);
    for (int i = 0; i < chunks; i++) {
      sink.chunk(chunk(call));
    }
    return completion;
  }

  private static JsonObject chunk(UpstreamCall call) {
    JsonObject delta =
        Json.createObjectBuilder().add("content", "answer of " + call.endpoint().id()).build();
    return Json.createObjectBuilder()
        .add(
            "choices",
            Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("index", 0).add("delta", delta)))
        .build();
  }
}
