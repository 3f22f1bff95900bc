package io.airouter.simulator;

import java.util.Objects;

/**
 * How an endpoint behaves. The state meets every request; the other fields meet only model calls
 * (POST), so a health check of a failing endpoint may still pass.
 *
 * @param state how it meets a connection
 * @param latencyMs milliseconds before a call is answered
 * @param tokensPerSecond pace of streamed events, and of the answer as a whole when it is not
 *     streamed; 0 = as fast as it can
 * @param errorRate share of calls that fail, 0 to 1
 * @param errorStatus HTTP status of those failures, 400 to 599
 * @param retryAfterS seconds of their retry-after header; 0 = no such header
 * @param cutAfterEvents the connection is cut after so many events of a stream; 0 = never
 */
public record Behaviour(
    EndpointState state,
    int latencyMs,
    int tokensPerSecond,
    double errorRate,
    int errorStatus,
    int retryAfterS,
    int cutAfterEvents) {

  /** Answers at once, without faults. */
  public static final Behaviour HEALTHY = new Behaviour(EndpointState.OK, 0, 0, 0.0, 503, 0, 0);

  public Behaviour {
    Objects.requireNonNull(state);
    if (latencyMs < 0 || tokensPerSecond < 0 || retryAfterS < 0 || cutAfterEvents < 0) {
      throw new IllegalArgumentException("durations, paces and counts are not negative");
    }
    if (!(errorRate >= 0 && errorRate <= 1)) {
      throw new IllegalArgumentException("an error rate is between 0 and 1");
    }
    if (errorStatus < 400 || errorStatus > 599) {
      throw new IllegalArgumentException("an error status is between 400 and 599");
    }
  }

  /** The same behaviour in another state. */
  public Behaviour in(EndpointState other) {
    return new Behaviour(
        other, latencyMs, tokensPerSecond, errorRate, errorStatus, retryAfterS, cutAfterEvents);
  }
}
