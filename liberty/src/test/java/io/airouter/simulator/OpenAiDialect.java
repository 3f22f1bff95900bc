package io.airouter.simulator;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The OpenAI dialect: chat completions, completions, embeddings and the list of models. */
final class OpenAiDialect implements Dialect {

  private final Speaker speaker;

  OpenAiDialect(Speaker speaker) {
    this.speaker = speaker;
  }

  @Override
  public Reply answer(Call call) throws RefusedCallException {
    return switch (call.route()) {
      case "GET /v1/models" -> whole(models(), 0);
      case "POST /v1/chat/completions" -> chat(call.json());
      case "POST /v1/completions" -> completion(call.json());
      case "POST /v1/embeddings" -> whole(embeddings(call.json()), 0);
      default -> throw RefusedCallException.unknownPath(call.route());
    };
  }

  @Override
  public Reply.Whole refusal(RefusedCallException refused) {
    JsonObjectBuilder error =
        JsonText.object()
            .add("message", refused.getMessage())
            .add("type", errorType(refused.status()));
    if (refused.field().isEmpty()) {
      error.addNull("param");
    } else {
      error.add("param", refused.field());
    }
    String code = errorCode(refused.status());
    if (code.isEmpty()) {
      error.addNull("code");
    } else {
      error.add("code", code);
    }
    return new Reply.Whole(
        refused.status(), headers(), JsonText.object().add("error", error).build(), 0);
  }

  private Reply chat(CallBody body) throws RefusedCallException {
    String model = body.requiredText("model");
    Prompt prompt = body.prompt();
    Completion completion = speaker.complete(prompt, limit(body), body.texts("stop"));
    if (body.flag("stream", false)) {
      boolean usage = body.nested("stream_options").flag("include_usage", false);
      ChunkStream stream = new ChunkStream(chunkHead(model), prompt, completion);
      return new Reply.Streamed("text/event-stream", headers(), stream.events(usage));
    }
    JsonObjectBuilder message =
        JsonText.object()
            .add("role", "assistant")
            .add("content", completion.text())
            .addNull("refusal")
            .add("annotations", JsonValue.EMPTY_JSON_ARRAY);
    JsonObjectBuilder choice =
        JsonText.object()
            .add("index", 0)
            .add("message", message)
            .addNull("logprobs")
            .add("finish_reason", finishReason(completion));
    return whole(completed("chatcmpl-", "chat.completion", model, choice), prompt, completion);
  }

  private Reply completion(CallBody body) throws RefusedCallException {
    String model = body.requiredText("model");
    if (body.flag("stream", false)) {
      throw RefusedCallException.badRequest("stream", "stream: not simulated for completions.");
    }
    String text = String.join("\n", body.texts("prompt"));
    Prompt prompt = new Prompt(text, Math.max(1, Tokens.count(text)));
    Completion completion = speaker.complete(prompt, limit(body), body.texts("stop"));
    JsonObjectBuilder choice =
        JsonText.object()
            .add("index", 0)
            .add("text", completion.text())
            .addNull("logprobs")
            .add("finish_reason", finishReason(completion));
    return whole(completed("cmpl-", "text_completion", model, choice), prompt, completion);
  }

  private JsonObject embeddings(CallBody body) throws RefusedCallException {
    String model = body.requiredText("model");
    boolean base64 = body.text("encoding_format", "float").equals("base64");
    int dimensions = body.count("dimensions").orElse(Embedding.DEFAULT_DIMENSIONS);
    if (dimensions > Embedding.MAX_DIMENSIONS) {
      throw RefusedCallException.badRequest(
          "dimensions", "dimensions: at most " + Embedding.MAX_DIMENSIONS + ".");
    }
    List<String> inputs = body.texts("input");
    if (inputs.isEmpty()) {
      throw RefusedCallException.badRequest("input", "input: at least one is required.");
    }
    JsonArrayBuilder list = JsonText.array();
    int tokens = 0;
    for (int i = 0; i < inputs.size(); i++) {
      Embedding embedding = Embedding.of(inputs.get(i), dimensions);
      tokens += Tokens.count(inputs.get(i));
      list.add(
          JsonText.object()
              .add("object", "embedding")
              .add("index", i)
              .add("embedding", base64 ? embedding.base64() : embedding.floats()));
    }
    return JsonText.object()
        .add("object", "list")
        .add("data", list)
        .add("model", model)
        .add("usage", JsonText.object().add("prompt_tokens", tokens).add("total_tokens", tokens))
        .build();
  }

  private JsonObject models() {
    JsonObjectBuilder model =
        JsonText.object()
            .add("id", speaker.entry().model())
            .add("object", "model")
            .add("created", speaker.unixSeconds())
            .add("owned_by", "simulator");
    return JsonText.object().add("object", "list").add("data", JsonText.array().add(model)).build();
  }

  private JsonObjectBuilder completed(
      String prefix, String kind, String model, JsonObjectBuilder choice) {
    return JsonText.object()
        .add("id", speaker.newId(prefix))
        .add("object", kind)
        .add("created", speaker.unixSeconds())
        .add("model", model)
        .add("choices", JsonText.array().add(choice));
  }

  private JsonObject chunkHead(String model) {
    return JsonText.object()
        .add("id", speaker.newId("chatcmpl-"))
        .add("object", "chat.completion.chunk")
        .add("created", speaker.unixSeconds())
        .add("model", model)
        .add("service_tier", "default")
        .add("system_fingerprint", "fp_simulated")
        .build();
  }

  private Reply.Whole whole(JsonObjectBuilder body, Prompt prompt, Completion completion) {
    body.add("usage", usage(prompt, completion))
        .add("service_tier", "default")
        .add("system_fingerprint", "fp_simulated");
    return whole(body.build(), completion.count());
  }

  private Reply.Whole whole(JsonObject body, int tokens) {
    return new Reply.Whole(200, headers(), body, tokens);
  }

  private Map<String, String> headers() {
    return Map.of(
        "x-request-id",
        speaker.newId("req_"),
        "openai-processing-ms",
        "1",
        "openai-version",
        "2020-10-01");
  }

  /** The newer name of the limit wins over the older one. */
  private static int limit(CallBody body) throws RefusedCallException {
    OptionalInt newer = body.count("max_completion_tokens");
    return newer.isPresent() ? newer.getAsInt() : body.count("max_tokens").orElse(1_000_000);
  }

  static JsonObject usage(Prompt prompt, Completion completion) {
    return JsonText.object()
        .add("prompt_tokens", prompt.tokens())
        .add("completion_tokens", completion.count())
        .add("total_tokens", prompt.tokens() + completion.count())
        .add("prompt_tokens_details", JsonText.object().add("cached_tokens", 0))
        .add("completion_tokens_details", JsonText.object().add("reasoning_tokens", 0))
        .build();
  }

  static String finishReason(Completion completion) {
    return completion.ending() == Completion.Ending.LENGTH ? "length" : "stop";
  }

  private static String errorType(int status) {
    return switch (status) {
      case 401, 400, 404, 409, 413, 422 -> "invalid_request_error";
      case 403 -> "permission_error";
      case 429 -> "rate_limit_error";
      default -> status < 500 ? "invalid_request_error" : "server_error";
    };
  }

  private static String errorCode(int status) {
    return switch (status) {
      case 401 -> "invalid_api_key";
      case 404 -> "unknown_url";
      case 429 -> "rate_limit_exceeded";
      case 503 -> "overloaded";
      default -> "";
    };
  }

  /**
   * The chunks of one streamed chat completion: the first delta has the role, each further one a
   * token, the last the finish reason; then usage when asked for, then {@code [DONE]}.
   *
   * @param head the fields all chunks share
   */
  private record ChunkStream(JsonObject head, Prompt prompt, Completion completion) {

    List<String> events(boolean usage) {
      List<String> events = new ArrayList<>(completion.count() + 4);
      JsonObject role = JsonText.object().add("role", "assistant").add("content", "").build();
      events.add(chunk(role, "", usage));
      for (String token : completion.tokens()) {
        events.add(chunk(JsonText.object().add("content", token).build(), "", usage));
      }
      events.add(chunk(JsonValue.EMPTY_JSON_OBJECT, finishReason(completion), usage));
      if (usage) {
        JsonObjectBuilder last = builder().add("choices", JsonValue.EMPTY_JSON_ARRAY);
        events.add(event(last.add("usage", usage(prompt, completion)).build().toString()));
      }
      events.add(event("[DONE]"));
      return events;
    }

    private String chunk(JsonObject delta, String finish, boolean usage) {
      JsonObjectBuilder choice =
          JsonText.object().add("index", 0).add("delta", delta).addNull("logprobs");
      if (finish.isEmpty()) {
        choice.addNull("finish_reason");
      } else {
        choice.add("finish_reason", finish);
      }
      JsonObjectBuilder chunk = builder().add("choices", JsonText.array().add(choice));
      if (usage) {
        chunk.addNull("usage");
      }
      return event(chunk.build().toString());
    }

    private JsonObjectBuilder builder() {
      JsonObjectBuilder chunk = JsonText.object();
      head.forEach(chunk::add);
      return chunk;
    }

    private static String event(String text) {
      return "data: " + text + "\n\n";
    }
  }
}
