package io.airouter.simulator;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A partial change of a {@link Behaviour} as JSON: fields that are absent stay as they are.
 *
 * @param fields the JSON object as received; only known fields
 */
record BehaviourUpdate(JsonObject fields) {

  private static final int MAX_LATENCY_MS = 3_600_000;
  private static final int MAX_COUNT = 1_000_000;
  private static final Set<String> KNOWN =
      Set.of(
          "state",
          "latency_ms",
          "tokens_per_second",
          "error_rate",
          "error_status",
          "retry_after_s",
          "cut_after_events");

  /** The behaviour after this update. */
  Behaviour appliedTo(Behaviour before) throws RefusedUpdateException {
    for (String name : fields.keySet()) {
      if (!KNOWN.contains(name)) {
        throw new RefusedUpdateException(
            name, "unknown; allowed are " + String.join(", ", KNOWN.stream().sorted().toList()));
      }
    }
    return new Behaviour(
        state(before.state()),
        whole("latency_ms", before.latencyMs(), 0, MAX_LATENCY_MS),
        whole("tokens_per_second", before.tokensPerSecond(), 0, MAX_COUNT),
        rate(before.errorRate()),
        whole("error_status", before.errorStatus(), 400, 599),
        whole("retry_after_s", before.retryAfterS(), 0, MAX_COUNT),
        whole("cut_after_events", before.cutAfterEvents(), 0, MAX_COUNT));
  }

  static void write(Behaviour behaviour, JsonObjectBuilder into) {
    into.add("state", behaviour.state().wireName())
        .add("latency_ms", behaviour.latencyMs())
        .add("tokens_per_second", behaviour.tokensPerSecond())
        .add("error_rate", behaviour.errorRate())
        .add("error_status", behaviour.errorStatus())
        .add("retry_after_s", behaviour.retryAfterS())
        .add("cut_after_events", behaviour.cutAfterEvents());
  }

  private EndpointState state(EndpointState before) throws RefusedUpdateException {
    JsonValue value = fields.get("state");
    if (value == null) {
      return before;
    }
    for (EndpointState state : EndpointState.values()) {
      if (value instanceof JsonString text && text.getString().equals(state.wireName())) {
        return state;
      }
    }
    throw new RefusedUpdateException(
        "state",
        Arrays.stream(EndpointState.values())
            .map(state -> '"' + state.wireName() + '"')
            .collect(Collectors.joining(", ", "allowed are ", "")));
  }

  private int whole(String name, int before, int least, int most) throws RefusedUpdateException {
    JsonValue value = fields.get(name);
    if (value == null) {
      return before;
    }
    if (value instanceof JsonNumber number && number.isIntegral()) {
      double size = number.doubleValue();
      if (size >= least && size <= most) {
        return number.intValue();
      }
    }
    throw new RefusedUpdateException(
        name, "allowed is a whole number from " + least + " to " + most);
  }

  private double rate(double before) throws RefusedUpdateException {
    JsonValue value = fields.get("error_rate");
    if (value == null) {
      return before;
    }
    if (value instanceof JsonNumber number) {
      double rate = number.doubleValue();
      if (rate >= 0 && rate <= 1) {
        return rate;
      }
    }
    throw new RefusedUpdateException("error_rate", "allowed is a number from 0 to 1");
  }
}
