package io.airouter.query;

import io.airouter.model.EndpointId;
import io.airouter.model.ModelId;
import io.airouter.model.TokenUsage;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What came of one test call.
 *
 * @param status the HTTP status, where one came
 * @param latency until the answer was complete or given up
 * @param firstContent until the first piece of the answer, where one came
 * @param answer its beginning; empty where there was none
 * @param error what went wrong, for people; empty where nothing did
 */
public record TestCallResult(
    String requestId,
    ModelId model,
    EndpointId endpoint,
    Outcome outcome,
    OptionalInt status,
    Duration latency,
    Optional<Duration> firstContent,
    String answer,
    TokenUsage usage,
    String error) {

  /** How it ended. */
  public enum Outcome {
    ANSWERED,
    CONNECT,
    TIMEOUT,
    STATUS,
    REJECTED,
    RUBBISH,
    CUT;

    static Outcome of(UpstreamException.Kind kind) {
      return valueOf(kind.name());
    }

    /** The lower-case word used in the API and the audit. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public boolean isAnswered() {
    return outcome == Outcome.ANSWERED;
  }

  TestCallResult answered(String text, TokenUsage used) {
    return new TestCallResult(
        requestId, model, endpoint, outcome, status, latency, firstContent, text, used, error);
  }
}
