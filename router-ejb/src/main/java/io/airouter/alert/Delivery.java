package io.airouter.alert;

import java.time.Instant;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * One notification on its way to one webhook.
 *
 * @param id the same over all attempts, so that a receiver can tell a repetition
 * @param event {@code alert.firing} or {@code alert.resolved}
 * @param attempts how often it was tried
 * @param status the HTTP status of the last attempt, where one came
 * @param problem why the last attempt failed; empty where it did not
 */
public record Delivery(
    UUID id,
    UUID alert,
    String webhook,
    String event,
    State state,
    int attempts,
    OptionalInt status,
    String problem,
    Instant createdAt,
    Instant updatedAt) {

  /** How a delivery stands. */
  public enum State {
    WAITING,
    DELIVERED,
    FAILED;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public Delivery {
    Objects.requireNonNull(id);
    Objects.requireNonNull(alert);
    Objects.requireNonNull(webhook);
    Objects.requireNonNull(event);
    Objects.requireNonNull(state);
    Objects.requireNonNull(status);
    Objects.requireNonNull(problem);
    Objects.requireNonNull(createdAt);
    Objects.requireNonNull(updatedAt);
  }

  public static Delivery waiting(UUID id, Alert alert, String webhook, Instant now) {
    return new Delivery(
        id,
        alert.id(),
        webhook,
        "alert." + alert.state().word(),
        State.WAITING,
        0,
        OptionalInt.empty(),
        "",
        now,
        now);
  }

  /** After one more attempt. */
  public Delivery attempted(State next, OptionalInt answer, String why, Instant at) {
    return new Delivery(id, alert, webhook, event, next, attempts + 1, answer, why, createdAt, at);
  }

  /** Given up without one more attempt. */
  public Delivery abandoned(String why, Instant at) {
    return new Delivery(
        id, alert, webhook, event, State.FAILED, attempts, status, why, createdAt, at);
  }
}
