package io.airouter.api;

import io.airouter.boundary.Catalogue;
import io.airouter.boundary.TestCalls;
import io.airouter.model.EndpointId;
import io.airouter.query.TestCall;
import io.airouter.query.TestCallResult;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;

/** {@code POST /endpoints/{id}/test}: calls that endpoint once and tells what came of it. */
@Path("/endpoints/{id}/test")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TestCallResource {
  private static final int MAX_BODY = 16 << 10;

  @Inject private TestCalls tests;
  @Inject private Catalogue catalogue;

  @POST
  @RolesAllowed("operator")
  public JsonObject test(@PathParam("id") String id, InputStream body) throws IOException {
    EndpointId endpoint = EndpointNames.of(id);
    if (catalogue.snapshot().catalogue().endpoint(endpoint).isEmpty()) {
      throw EndpointNames.unknown();
    }
    return json(tests.call(endpoint, prompt(body)));
  }

  /** The prompt of the body; the router's own where there is no body or no prompt in it. */
  static String prompt(InputStream body) throws IOException {
    byte[] octets = body.readNBytes(MAX_BODY + 1);
    if (octets.length == 0) {
      return TestCall.DEFAULT_PROMPT;
    }
    JsonObject request = JsonBody.read(new ByteArrayInputStream(octets), MAX_BODY);
    Fields fields = new Fields(request, Problem.UNPROCESSABLE);
    String prompt = fields.text("prompt").orElse(TestCall.DEFAULT_PROMPT);
    if (prompt.isBlank() || prompt.length() > TestCall.MAX_PROMPT) {
      throw fields.wrong("prompt", "a text of 1 to " + TestCall.MAX_PROMPT + " characters");
    }
    return prompt;
  }

  static JsonObject json(TestCallResult tested) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("endpoint", tested.endpoint().value())
            .add("model", tested.model().value())
            .add("request_id", tested.requestId())
            .add("ok", tested.isAnswered())
            .add("outcome", tested.outcome().word());
    tested
        .status()
        .ifPresentOrElse(status -> json.add("status", status), () -> json.addNull("status"));
    json.add("latency_ms", millis(tested.latency()));
    tested
        .firstContent()
        .ifPresentOrElse(
            first -> json.add("first_content_ms", millis(first)),
            () -> json.addNull("first_content_ms"));
    return json.add("answer", tested.answer())
        .add("input_tokens", tested.usage().inputTokens())
        .add("output_tokens", tested.usage().outputTokens())
        .add("tokens_estimated", tested.usage().estimated())
        .add("error", tested.error())
        .build();
  }

  /** To the microsecond. */
  private static BigDecimal millis(Duration duration) {
    return BigDecimal.valueOf(duration.toNanos() / 1_000, 3);
  }
}
