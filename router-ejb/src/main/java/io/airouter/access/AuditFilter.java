package io.airouter.access;

import java.time.Instant;
import java.util.Objects;

/**
 * Which administrative actions are asked for. An empty text lets all pass.
 *
 * @param actor the whole name
 * @param action how the action begins, such as {@code model.}
 * @param subject the whole id or name
 * @param since inclusive
 * @param until exclusive
 * @param count 1..1000 at most
 */
public record AuditFilter(
    String actor, String action, String subject, Instant since, Instant until, int count) {
  public static final int MAX_COUNT = 1000;

  public AuditFilter {
    Objects.requireNonNull(actor);
    Objects.requireNonNull(action);
    Objects.requireNonNull(subject);
    Objects.requireNonNull(since);
    Objects.requireNonNull(until);
    if (count < 1 || count > MAX_COUNT) {
      throw new IllegalArgumentException("count is 1.." + MAX_COUNT);
    }
  }
}
