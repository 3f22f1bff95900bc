package io.airouter.alert;

import java.time.Instant;
import java.util.Objects;

/**
 * Somebody looks after an alert.
 *
 * @param note for colleagues; may be empty, at most 500 characters
 */
public record Acknowledgement(String who, Instant at, String note) {
  public static final int MAX_NOTE = 500;

  public Acknowledgement {
    Objects.requireNonNull(at);
    Objects.requireNonNull(who);
    note = note.strip();
    if (note.length() > MAX_NOTE) {
      throw new RefusedRuleException("note", "at most " + MAX_NOTE + " characters");
    }
  }
}
