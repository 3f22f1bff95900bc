package io.airouter.sdn;

/**
 * Whether a plan may be carried out.
 *
 * @param reason why not; empty where it may
 * @param isAcceptable whether an operator who accepts the deletions may carry it out all the same
 */
public record Verdict(boolean isAllowed, String reason, boolean isAcceptable) {
  static final Verdict ALLOWED = new Verdict(true, "", true);

  static Verdict refused(String reason, boolean isAcceptable) {
    return new Verdict(false, reason, isAcceptable);
  }
}
