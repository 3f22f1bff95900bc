package io.airouter.lisp;

/** What to do with packets to an EID-Prefix without Locators (ACT, RFC 9301 §5.4 and §12.3). */
public enum NegativeAction {
  NO_ACTION(0),
  NATIVELY_FORWARD(1),
  SEND_MAP_REQUEST(2),
  DROP_NO_REASON(3),
  DROP_POLICY_DENIED(4),
  DROP_AUTH_FAILURE(5);

  private static final NegativeAction[] ACTIONS = values();

  private final int code;

  NegativeAction(int code) {
    this.code = code;
  }

  /** The three bits of the packet. */
  public int code() {
    return code;
  }

  /** The action of a code, 0..7; the unassigned 6 and 7 ask for nothing that we could do. */
  public static NegativeAction of(int code) {
    return code >= 0 && code < ACTIONS.length ? ACTIONS[code] : NO_ACTION;
  }
}
