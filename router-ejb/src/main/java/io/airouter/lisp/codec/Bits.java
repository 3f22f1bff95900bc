package io.airouter.lisp.codec;

/** The bits of a message's first word, numbered as the RFCs draw them: 0 is the highest of 32. */
final class Bits {
  private Bits() {}

  static boolean isSet(int word, int bit) {
    return ((word >>> (31 - bit)) & 1) != 0;
  }

  static int of(int bit, boolean set) {
    return set ? 1 << (31 - bit) : 0;
  }
}
