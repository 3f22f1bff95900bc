package io.airouter.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProblemTest {
  private static final Problem PROBLEM =
      Problem.of(422, "invalid_field", "'priority' must be low, medium or high.")
          .inField("priority");

  @Test
  void aProblemHasTheMembersOfItsStandardAndNamesTheField() {
    JsonObject json = PROBLEM.json("request-1");

    assertThat(json.getString("type")).isEqualTo("about:blank");
    assertThat(json.getString("title")).isEqualTo("Unprocessable Content");
    assertThat(json.getInt("status")).isEqualTo(422);
    assertThat(json.getString("detail")).contains("priority");
    assertThat(json.getString("field")).isEqualTo("priority");
    assertThat(json.getString("request_id")).isEqualTo("request-1");
  }

  @Test
  void furtherMembersAndTheTimeToWaitAreTold() {
    JsonObject json =
        Problem.of(503, "no_endpoint_available", "Nobody.")
            .after(Optional.of(Duration.ofMillis(1_200)))
            .with(Json.createObjectBuilder().add("attempts", Json.createArrayBuilder()).build())
            .json("request-1");

    assertThat(json.getInt("retry_after")).isEqualTo(2);
    assertThat(json).containsKey("attempts");
  }

  @Test
  void theDialectHasItsOwnShape() {
    JsonObject error = OpenAiError.of(PROBLEM).getJsonObject("error");

    assertThat(error.getString("type")).isEqualTo("invalid_request_error");
    assertThat(error.getString("param")).isEqualTo("priority");
    assertThat(error.getString("code")).isEqualTo("invalid_field");
    assertThat(OpenAiError.of(Problem.of(502, "x", "y")).getJsonObject("error").getString("type"))
        .isEqualTo("server_error");
  }
}
