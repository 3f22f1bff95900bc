package io.airouter.simulator;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The Anthropic dialect: messages, the counting of their tokens, and the list of models. */
final class AnthropicDialect implements Dialect {

  private final Speaker speaker;

  AnthropicDialect(Speaker speaker) {
    this.speaker = speaker;
  }

  @Override
  public Reply answer(Call call) throws RefusedCallException {
    return switch (call.route()) {
      case "GET /v1/models" -> whole(models(), 0);
      case "POST /v1/messages" -> messages(call.json());
      case "POST /v1/messages/count_tokens" -> whole(countTokens(call.json()), 0);
      default -> throw RefusedCallException.unknownPath(call.route());
    };
  }

  @Override
  public Reply.Whole refusal(RefusedCallException refused) {
    String id = speaker.newId("req_");
    JsonObjectBuilder error =
        JsonText.object()
            .add("type", errorType(refused.status()))
            .add("message", refused.getMessage());
    JsonObject body =
        JsonText.object().add("type", "error").add("error", error).add("request_id", id).build();
    return new Reply.Whole(refused.status(), Map.of("request-id", id), body, 0);
  }

  private Reply messages(CallBody body) throws RefusedCallException {
    String model = body.requiredText("model");
    int limit =
        body.count("max_tokens")
            .orElseThrow(
                () -> RefusedCallException.badRequest("max_tokens", "max_tokens: Field required"));
    Prompt prompt = body.prompt();
    Completion completion = speaker.complete(prompt, limit, body.texts("stop_sequences"));
    if (body.flag("stream", false)) {
      JsonObject start =
          message(model, JsonValue.EMPTY_JSON_ARRAY)
              .addNull("stop_reason")
              .addNull("stop_sequence")
              .add("usage", usage(prompt, 1))
              .build();
      return new Reply.Streamed("text/event-stream", headers(), events(start, completion));
    }
    JsonObjectBuilder block = JsonText.object().add("type", "text").add("text", completion.text());
    JsonObjectBuilder message = message(model, JsonText.array().add(block).build());
    addEnding(message, completion);
    return whole(
        message.add("usage", usage(prompt, completion.count())).build(), completion.count());
  }

  private JsonObjectBuilder message(String model, JsonValue content) {
    return JsonText.object()
        .add("id", speaker.newId("msg_"))
        .add("type", "message")
        .add("role", "assistant")
        .add("model", model)
        .add("content", content);
  }

  private static List<String> events(JsonObject message, Completion completion) {
    List<String> events = new ArrayList<>(completion.count() + 6);
    events.add(event("message_start", JsonText.object().add("message", message)));
    JsonObjectBuilder block = JsonText.object().add("type", "text").add("text", "");
    events.add(
        event(
            "content_block_start", JsonText.object().add("index", 0).add("content_block", block)));
    events.add(event("ping", JsonText.object()));
    for (String token : completion.tokens()) {
      JsonObjectBuilder delta = JsonText.object().add("type", "text_delta").add("text", token);
      events.add(
          event("content_block_delta", JsonText.object().add("index", 0).add("delta", delta)));
    }
    events.add(event("content_block_stop", JsonText.object().add("index", 0)));
    JsonObjectBuilder ending = JsonText.object();
    addEnding(ending, completion);
    events.add(
        event(
            "message_delta",
            JsonText.object()
                .add("delta", ending)
                .add("usage", JsonText.object().add("output_tokens", completion.count()))));
    events.add(event("message_stop", JsonText.object()));
    return events;
  }

  private static String event(String name, JsonObjectBuilder fields) {
    JsonObject body = JsonText.object().add("type", name).addAll(fields).build();
    return "event: " + name + "\ndata: " + body + "\n\n";
  }

  private static void addEnding(JsonObjectBuilder into, Completion completion) {
    into.add(
        "stop_reason",
        switch (completion.ending()) {
          case COMPLETE -> "end_turn";
          case LENGTH -> "max_tokens";
          case STOP_SEQUENCE -> "stop_sequence";
        });
    if (completion.stop().isEmpty()) {
      into.addNull("stop_sequence");
    } else {
      into.add("stop_sequence", completion.stop());
    }
  }

  private static JsonObjectBuilder usage(Prompt prompt, int outputTokens) {
    return JsonText.object()
        .add("input_tokens", prompt.tokens())
        .add("cache_creation_input_tokens", 0)
        .add("cache_read_input_tokens", 0)
        .add("output_tokens", outputTokens);
  }

  private static JsonObject countTokens(CallBody body) throws RefusedCallException {
    body.requiredText("model");
    return JsonText.object().add("input_tokens", body.prompt().tokens()).build();
  }

  private JsonObject models() {
    String id = speaker.entry().model();
    JsonObjectBuilder model =
        JsonText.object()
            .add("type", "model")
            .add("id", id)
            .add("display_name", id)
            .add("created_at", speaker.clock().instant().toString());
    return JsonText.object()
        .add("data", JsonText.array().add(model))
        .add("has_more", false)
        .add("first_id", id)
        .add("last_id", id)
        .build();
  }

  private Reply.Whole whole(JsonObject body, int tokens) {
    return new Reply.Whole(200, headers(), body, tokens);
  }

  private Map<String, String> headers() {
    return Map.of("request-id", speaker.newId("req_"));
  }

  private static String errorType(int status) {
    return switch (status) {
      case 401 -> "authentication_error";
      case 402 -> "billing_error";
      case 403 -> "permission_error";
      case 404 -> "not_found_error";
      case 413 -> "request_too_large";
      case 429 -> "rate_limit_error";
      case 504 -> "timeout_error";
      case 529 -> "overloaded_error";
      default -> status < 500 ? "invalid_request_error" : "api_error";
    };
  }
}
