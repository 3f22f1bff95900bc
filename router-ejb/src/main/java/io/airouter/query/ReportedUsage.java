package io.airouter.query;

import io.airouter.model.TokenUsage;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.Map;

/** The {@code usage} of the OpenAI chat-completions shape. */
public final class ReportedUsage {
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

  private ReportedUsage() {}

  /** Missing and negative figures count as none. */
  public static TokenUsage read(JsonObject usage) {
    long input = count(usage, "prompt_tokens");
    long cached =
        usage.get("prompt_tokens_details") instanceof JsonObject details
            ? count(details, "cached_tokens")
            : 0;
    return new TokenUsage(input, count(usage, "completion_tokens"), Math.min(cached, input), false);
  }

  public static JsonObject write(TokenUsage usage) {
    return JSON.createObjectBuilder()
        .add("prompt_tokens", usage.inputTokens())
        .add("completion_tokens", usage.outputTokens())
        .add("total_tokens", usage.totalTokens())
        .add(
            "prompt_tokens_details",
            JSON.createObjectBuilder().add("cached_tokens", usage.cachedInputTokens()))
        .build();
  }

  private static long count(JsonObject object, String field) {
    return object.get(field) instanceof JsonNumber n ? Math.max(0, n.longValue()) : 0;
  }
}
