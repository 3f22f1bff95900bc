package io.airouter.lisp;

/** An address in the LISP Canonical Address Format (AFI 16387, RFC 8060 §3). */
public sealed interface LcafAddress extends LispAddress permits InstanceId, OpaqueLcaf {
  int AFI = 16387;

  /** The LCAF type, 0..255. */
  int type();

  @Override
  default int afi() {
    return AFI;
  }
}
