package io.airouter.query;

import io.airouter.model.TokenUsage;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Hands the chunks of a stream on and keeps what they add up to: the {@code chat.completion} that
 * the same call would have given whole. Confined to the stream's thread.
 */
public final class Transcript implements ChunkSink {
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  private final ChunkSink next;
  private final SortedMap<Integer, SpokenChoice> choices = new TreeMap<>();
  private Optional<JsonObject> first = Optional.empty();
  private Optional<JsonObject> usage = Optional.empty();

  /** Hands on to {@code next} before keeping, so that only what arrived is kept. */
  public Transcript(ChunkSink next) {
    this.next = next;
  }

  @Override
  public void chunk(JsonObject chunk) throws ClientGoneException {
    next.chunk(chunk);
    note(chunk);
  }

  @Override
  public void calling(RoutingDecision.Choice choice, int attempt) {
    next.calling(choice, attempt);
  }

  /** Keeps a chunk that is not for the caller, such as usage it did not ask for. */
  public void note(JsonObject chunk) {
    if (first.isEmpty()) {
      first = Optional.of(chunk);
    }
    if (chunk.get("usage") instanceof JsonObject reported) {
      usage = Optional.of(reported);
    }
    if (chunk.get("choices") instanceof JsonArray array) {
      for (JsonValue choice : array) {
        if (choice instanceof JsonObject spoken) {
          int index = spoken.get("index") instanceof JsonNumber n ? n.intValue() : 0;
          choices.computeIfAbsent(index, SpokenChoice::new).add(spoken);
        }
      }
    }
  }

  public boolean isEmpty() {
    return choices.isEmpty();
  }

  /** Whether a finish reason came, so that the answer is whole even without an end mark. */
  public boolean isFinished() {
    return !choices.isEmpty() && choices.values().stream().allMatch(SpokenChoice::isFinished);
  }

  /** As the upstream reported it, else estimated from the text and that input estimate. */
  public TokenUsage usage(int estimatedInputTokens) {
    return usage
        .map(ReportedUsage::read)
        .orElseGet(
            () ->
                TokenUsage.estimate(
                    estimatedInputTokens,
                    TokenEstimate.ofCharacters(
                        choices.values().stream().mapToLong(SpokenChoice::length).sum())));
  }

  /** What was said up to now. */
  public Completion completion(int estimatedInputTokens) {
    TokenUsage used = usage(estimatedInputTokens);
    JsonArrayBuilder spoken = JSON.createArrayBuilder();
    choices.values().forEach(c -> spoken.add(c.choice()));
    JsonObject opening = first.orElse(JsonValue.EMPTY_JSON_OBJECT);
    JsonObject body =
        JSON.createObjectBuilder()
            .add("id", opening.getString("id", ""))
            .add("object", "chat.completion")
            .add("created", opening.get("created") instanceof JsonNumber n ? n.longValue() : 0)
            .add("model", opening.getString("model", ""))
            .add("choices", spoken)
            .add("usage", usage.orElseGet(() -> ReportedUsage.write(used)))
            .build();
    Optional<SpokenChoice> main = choices.values().stream().findFirst();
    return new Completion(
        body,
        main.map(SpokenChoice::text).orElse(""),
        main.map(SpokenChoice::finishReason).orElse(""),
        used);
  }

  /** A string field's text; empty for null, absent and other types. */
  static String text(JsonObject object, String field) {
    return object.get(field) instanceof JsonString string ? string.getString() : "";
  }
}
