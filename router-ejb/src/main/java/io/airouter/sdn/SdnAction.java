package io.airouter.sdn;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that was done at a controller, or refused. Never holds a secret.
 *
 * @param actor the operator's name, or {@code router} where the router acted of itself
 * @param requestId shared by all actions of one cycle
 * @param action {@code plan}, {@code refuse}, {@code create}, {@code replace}, {@code delete},
 *     {@code import} or {@code withdraw}
 * @param subject the EID or endpoint; empty for a plan
 * @param before what stood there, or the plan; empty for nothing
 * @param after what was written; empty for nothing
 * @param status of HTTP, where there was an answer
 * @param outcome {@code ok}, or what went wrong
 */
public record SdnAction(
    Instant at,
    ControllerName controller,
    String actor,
    String requestId,
    String action,
    String subject,
    String before,
    String after,
    Optional<Integer> status,
    String outcome) {
  public static final String OK = "ok";

  public SdnAction {
    Objects.requireNonNull(at);
    Objects.requireNonNull(controller);
    Objects.requireNonNull(actor);
    Objects.requireNonNull(requestId);
    Objects.requireNonNull(action);
    Objects.requireNonNull(subject);
    Objects.requireNonNull(before);
    Objects.requireNonNull(after);
    Objects.requireNonNull(status);
    Objects.requireNonNull(outcome);
  }
}
