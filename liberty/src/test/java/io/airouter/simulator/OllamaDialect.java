package io.airouter.simulator;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Ollama's native dialect, chat and the list of models; everything under {@code /v1} is left to the
 * OpenAI dialect, as Ollama does. Durations are nominal: one millisecond a token, in nanoseconds.
 */
final class OllamaDialect implements Dialect {

  private static final long NANOS_PER_TOKEN = 1_000_000;

  private final Speaker speaker;
  private final OpenAiDialect compatible;

  OllamaDialect(Speaker speaker) {
    this.speaker = speaker;
    this.compatible = new OpenAiDialect(speaker);
  }

  @Override
  public Reply answer(Call call) throws RefusedCallException {
    return switch (call.route()) {
      case "GET /api/tags" -> new Reply.Whole(200, Map.of(), tags(), 0);
      case "POST /api/chat" -> chat(call.json());
      default -> compatible.answer(call);
    };
  }

  @Override
  public Reply.Whole refusal(RefusedCallException refused) {
    JsonObject body = JsonText.object().add("error", refused.getMessage()).build();
    return new Reply.Whole(refused.status(), Map.of(), body, 0);
  }

  @Override
  public Reply.Whole refusal(String route, RefusedCallException refused) {
    return route.contains(" /v1/") ? compatible.refusal(refused) : refusal(refused);
  }

  private Reply chat(CallBody body) throws RefusedCallException {
    String model = body.requiredText("model");
    Prompt prompt = body.prompt();
    CallBody options = body.nested("options");
    Completion completion = speaker.complete(prompt, limit(options), options.texts("stop"));
    if (!body.flag("stream", true)) {
      JsonObjectBuilder whole = piece(model, completion.text());
      addEnding(whole, prompt, completion);
      return new Reply.Whole(200, Map.of(), whole.build(), completion.count());
    }
    List<String> lines = new ArrayList<>(completion.count() + 1);
    for (String token : completion.tokens()) {
      lines.add(piece(model, token).add("done", false).build() + "\n");
    }
    JsonObjectBuilder last = piece(model, "");
    addEnding(last, prompt, completion);
    lines.add(last.build() + "\n");
    return new Reply.Streamed("application/x-ndjson", Map.of(), lines);
  }

  private JsonObjectBuilder piece(String model, String content) {
    return JsonText.object()
        .add("model", model)
        .add("created_at", speaker.clock().instant().toString())
        .add("message", JsonText.object().add("role", "assistant").add("content", content));
  }

  private static void addEnding(JsonObjectBuilder into, Prompt prompt, Completion completion) {
    long evaluating = completion.count() * NANOS_PER_TOKEN;
    long reading = prompt.tokens() * NANOS_PER_TOKEN;
    into.add("done_reason", OpenAiDialect.finishReason(completion))
        .add("done", true)
        .add("total_duration", reading + evaluating)
        .add("load_duration", 0)
        .add("prompt_eval_count", prompt.tokens())
        .add("prompt_eval_duration", reading)
        .add("eval_count", completion.count())
        .add("eval_duration", evaluating);
  }

  /** Ollama's num_predict; a negative one means no limit. */
  private static int limit(CallBody options) throws RefusedCallException {
    if (options.json().get("num_predict") instanceof JsonNumber number && number.intValue() < 0) {
      return Integer.MAX_VALUE;
    }
    return options.count("num_predict").orElse(Integer.MAX_VALUE);
  }

  private JsonObject tags() {
    String model = speaker.entry().model();
    JsonObjectBuilder details =
        JsonText.object()
            .add("format", "gguf")
            .add("family", "llama")
            .add("families", JsonText.array().add("llama"))
            .add("parameter_size", "3.2B")
            .add("quantization_level", "Q4_K_M");
    JsonObjectBuilder tag =
        JsonText.object()
            .add("name", model)
            .add("model", model)
            .add("modified_at", speaker.clock().instant().toString())
            .add("size", 0)
            .add("digest", "simulated")
            .add("details", details);
    return JsonText.object().add("models", JsonText.array().add(tag)).build();
  }
}
