package io.airouter.query;

import io.airouter.model.EndpointId;
import io.airouter.model.ModelId;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * One call of an endpoint. {@code status} is the upstream's HTTP status where it gave one; {@code
 * outcome} is {@code ok} or the kind of failure; {@code detail} is for people.
 */
public record Attempt(
    ModelId model,
    EndpointId endpoint,
    String authority,
    String outcome,
    OptionalInt status,
    Duration duration,
    String detail) {

  public static final String OK = "ok";

  public boolean succeeded() {
    return outcome.equals(OK);
  }
}
