package io.airouter.admin;

/**
 * A state in the three signs that each say it alone: an icon, a word and a colour.
 *
 * @param level {@code ok}, {@code warn}, {@code bad} or {@code idle}: the colour's name
 * @param icon a PrimeIcons name without its prefix
 */
public record StatusMark(String level, String icon, String word) {
  static StatusMark ok(String word) {
    return new StatusMark("ok", "check-circle", word);
  }

  static StatusMark warn(String word) {
    return new StatusMark("warn", "exclamation-triangle", word);
  }

  static StatusMark bad(String word) {
    return new StatusMark("bad", "times-circle", word);
  }

  static StatusMark idle(String word) {
    return new StatusMark("idle", "minus-circle", word);
  }

  /** For lists that show the unhealthy first. */
  int urgency() {
    return switch (level) {
      case "bad" -> 0;
      case "warn" -> 1;
      default -> 2;
    };
  }

  boolean needsAttention() {
    return urgency() < 2;
  }
}
