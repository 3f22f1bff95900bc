package io.airouter.api;

import jakarta.json.Json;
import jakarta.json.JsonStructure;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;

/** Writes one whole JSON answer, its length known, so that the connection can be kept. */
final class Reply {
  private static final JsonWriterFactory WRITERS = Json.createWriterFactory(Map.of());

  private Reply() {}

  static void json(HttpServletResponse response, int status, JsonStructure body)
      throws IOException {
    write(response, status, "application/json", body);
  }

  /** A problem (RFC 9457). */
  static void problem(HttpServletResponse response, Problem problem, String requestId)
      throws IOException {
    headers(response, problem);
    write(response, problem.status(), Problem.MEDIA_TYPE, problem.json(requestId));
  }

  /** The same in the error shape of the OpenAI dialect. */
  static void openAiError(HttpServletResponse response, Problem problem) throws IOException {
    headers(response, problem);
    boolean spent = problem.status() >= Problem.BAD_GATEWAY && problem.retryAfter().isEmpty();
    if (spent) {
      // The router tried all there is; a client's own retries would multiply that.
      response.setHeader("x-should-retry", "false");
    }
    write(response, problem.status(), "application/json", OpenAiError.of(problem));
  }

  private static void headers(HttpServletResponse response, Problem problem) {
    problem
        .retryAfter()
        .ifPresent(d -> response.setHeader("Retry-After", Long.toString(Problem.seconds(d))));
    if (problem.status() == Problem.UNAUTHORIZED) {
      response.setHeader("WWW-Authenticate", "Bearer realm=\"airouter\"");
    }
  }

  private static void write(
      HttpServletResponse response, int status, String mediaType, JsonStructure body)
      throws IOException {
    byte[] octets = octets(body);
    response.setStatus(status);
    response.setContentType(mediaType);
    response.setContentLength(octets.length);
    response.getOutputStream().write(octets);
  }

  static byte[] octets(JsonStructure body) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream(1024);
    try (JsonWriter writer = WRITERS.createWriter(octets)) {
      writer.write(body);
    }
    return octets.toByteArray();
  }
}
