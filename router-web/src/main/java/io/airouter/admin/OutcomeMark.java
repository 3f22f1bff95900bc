package io.airouter.admin;

/** How a query ended, for people; the words are those of the history. */
final class OutcomeMark {
  private OutcomeMark() {}

  static StatusMark of(String outcome, int attempts) {
    return switch (outcome) {
      case "ok" -> attempts > 1 ? StatusMark.warn("Fell back") : StatusMark.ok("Answered");
      case "dry_run" -> StatusMark.idle("Dry run");
      case "no_endpoint" -> StatusMark.bad("No endpoint");
      case "upstream_error" -> StatusMark.bad("All failed");
      case "rejected" -> StatusMark.warn("Refused upstream");
      case "client_gone" -> StatusMark.idle("Caller left");
      default -> StatusMark.idle(outcome.replace('_', ' '));
    };
  }

  /** How one call of an endpoint ended: {@code ok}, or the word of an upstream's failure. */
  static StatusMark ofAttempt(String outcome) {
    return switch (outcome) {
      case "ok" -> StatusMark.ok("Answered");
      case "connect" -> StatusMark.bad("No connection");
      case "timeout" -> StatusMark.bad("Timed out");
      case "status" -> StatusMark.bad("Error status");
      case "rejected" -> StatusMark.warn("Refused");
      case "rubbish" -> StatusMark.bad("Unreadable");
      case "cut" -> StatusMark.bad("Cut off");
      default -> StatusMark.bad(outcome.replace('_', ' '));
    };
  }
}
