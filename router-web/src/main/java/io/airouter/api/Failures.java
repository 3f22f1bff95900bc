package io.airouter.api;

import io.airouter.query.Attempt;
import io.airouter.query.DecisionJson;
import io.airouter.query.RoutedAnswer.AllFailed;
import io.airouter.query.RoutedAnswer.NobodyEligible;
import io.airouter.query.RoutingDecision;
import io.airouter.query.UpstreamException;
import io.airouter.query.UpstreamException.Kind;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Optional;

/** The problems that a routed query can end in, with what a caller needs to understand them. */
final class Failures {
  /** About what health checks need to see that an endpoint is back. */
  private static final Duration NOBODY_RETRY = Duration.ofSeconds(5);

  private Failures() {}

  /** Nobody could be asked: the candidates tell why. */
  static Problem of(NobodyEligible answer) {
    JsonObject json = DecisionJson.of(answer.decision());
    JsonObject members =
        Json.createObjectBuilder()
            .add("decision_id", answer.decision().query().requestId())
            .add("candidates", json.getJsonArray("candidates"))
            .add("attempts", json.getJsonArray("attempts"))
            .build();
    return Problem.of(
            Problem.UNAVAILABLE,
            "no_endpoint_available",
            "No model with a healthy endpoint can take this query now.")
        .after(Optional.of(NOBODY_RETRY))
        .with(members);
  }

  /** All that were asked failed: the attempts tell how. */
  static Problem of(AllFailed answer) {
    UpstreamException last = answer.last();
    RoutingDecision decision = answer.decision();
    JsonObject members =
        Json.createObjectBuilder()
            .add("decision_id", decision.query().requestId())
            .add("attempts", DecisionJson.of(decision).getJsonArray("attempts"))
            .build();
    return Problem.of(status(last), code(last), detail(decision, last))
        .after(last.retryAfter())
        .with(members);
  }

  private static int status(UpstreamException last) {
    return switch (last.kind()) {
      case TIMEOUT -> Problem.GATEWAY_TIMEOUT;
      case REJECTED -> last.status().orElse(Problem.BAD_REQUEST);
      case CONNECT, STATUS, RUBBISH, CUT -> Problem.BAD_GATEWAY;
    };
  }

  private static String code(UpstreamException last) {
    return switch (last.kind()) {
      case TIMEOUT -> "upstream_timeout";
      case REJECTED -> "upstream_rejected";
      case CONNECT, STATUS, RUBBISH, CUT -> "upstream_error";
    };
  }

  private static String detail(RoutingDecision decision, UpstreamException last) {
    int count = decision.attempts().size();
    String who =
        decision.attempts().reversed().stream()
            .findFirst()
            .map(Attempt::endpoint)
            .map(id -> " by " + id)
            .orElse("");
    if (last.kind() == Kind.REJECTED) {
      return "The request was refused" + who + ": " + last.getMessage();
    }
    return "All " + count + " attempts failed, the last" + who + ": " + last.getMessage();
  }
}
