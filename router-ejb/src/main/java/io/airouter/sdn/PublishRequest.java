package io.airouter.sdn;

import java.util.Objects;

/**
 * Who wants a controller brought up to date, and how far they would go.
 *
 * @param id names the cycle in the audit
 * @param actor an operator, or {@link #ROUTER}
 * @param isPush whether an operator asked: rows that rest are tried again
 * @param acceptedDeletions how many deletions the operator has seen and accepted
 */
public record PublishRequest(String id, String actor, boolean isPush, int acceptedDeletions) {
  /** The actor of what nobody asked for. */
  public static final String ROUTER = "router";

  public PublishRequest {
    Objects.requireNonNull(id);
    Objects.requireNonNull(actor);
    if (acceptedDeletions < 0) {
      throw new IllegalArgumentException("a number of deletions is not negative");
    }
  }

  /** The router itself, because something changed or time has passed. */
  public static PublishRequest byRouter(String id) {
    return new PublishRequest(id, ROUTER, false, 0);
  }
}
