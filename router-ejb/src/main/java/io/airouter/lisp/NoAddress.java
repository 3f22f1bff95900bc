package io.airouter.lisp;

/**
 * The absent address (AFI 0): no source EID in a Map-Request, or the only ITR-RLOC of an
 * unsubscription (RFC 9437).
 */
public record NoAddress() implements LispAddress {
  public static final int AFI = 0;

  /** The one absent address. */
  public static final NoAddress NONE = new NoAddress();

  @Override
  public int afi() {
    return AFI;
  }

  @Override
  public int addressBits() {
    return 0;
  }

  @Override
  public String toString() {
    return "none";
  }
}
