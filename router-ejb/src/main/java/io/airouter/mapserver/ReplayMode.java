package io.airouter.mapserver;

/** What the nonce of a Map-Register must be, so that a recorded one is refused (RFC 9301 §5.6). */
public enum ReplayMode {
  /** Greater than the last one accepted, as the RFC asks. */
  STRICT,
  /**
   * None of those accepted lately: deployed xTRs draw random nonces or write them in host order, so
   * that {@link #STRICT} would silence them.
   */
  WINDOW,
  /** Anything. */
  OFF
}
