package io.airouter.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** The error shape of the OpenAI dialect, which its SDKs turn into their exceptions. */
final class OpenAiError {
  private OpenAiError() {}

  static JsonObject of(Problem problem) {
    JsonObjectBuilder error =
        Json.createObjectBuilder()
            .add("message", problem.detail())
            .add("type", type(problem.status()));
    problem.field().ifPresentOrElse(name -> error.add("param", name), () -> error.addNull("param"));
    error.add("code", problem.code());
    problem.members().forEach(error::add);
    return Json.createObjectBuilder().add("error", error).build();
  }

  private static String type(int status) {
    if (status >= Problem.INTERNAL_ERROR) {
      return "server_error";
    }
    return switch (status) {
      case Problem.FORBIDDEN -> "permission_error";
      case 429 -> "rate_limit_error";
      default -> "invalid_request_error";
    };
  }
}
