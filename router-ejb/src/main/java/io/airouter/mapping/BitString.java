package io.airouter.mapping;

import io.airouter.lisp.DistinguishedName;
import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.Ipv4Address;
import io.airouter.lisp.Ipv6Address;
import io.airouter.lisp.LispAddress;
import io.airouter.lisp.MacAddress;
import io.airouter.lisp.NoAddress;
import io.airouter.lisp.OpaqueLcaf;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An EID-Prefix as the bits a trie branches on: Instance-ID, address family and the bits under the
 * mask, so that one prefix contains another exactly if its bits begin the other's.
 *
 * <p>A whole name ends in the NUL of RFC 9735, which no name prefix has; an opaque LCAF is led by
 * its length and always whole. Immutable: the array is never written after construction.
 */
final class BitString {
  /** Instance-ID and address family come first. */
  static final int FAMILY_BITS = 48;

  static final BitString EMPTY = new BitString(new byte[0], 0);

  private static final int FAMILY_OCTETS = FAMILY_BITS / 8;

  private final byte[] octets;
  private final int length;

  private BitString(byte[] octets, int length) {
    this.octets = octets;
    this.length = length;
  }

  static BitString of(EidPrefix eid) {
    return switch (eid.address()) {
      case Ipv4Address v4 -> masked(family(eid, 4).putInt(v4.bits()), eid.maskLength());
      case Ipv6Address v6 ->
          masked(family(eid, 16).putLong(v6.high()).putLong(v6.low()), eid.maskLength());
      case MacAddress mac ->
          masked(
              family(eid, 6).putShort((short) (mac.bits() >>> 32)).putInt((int) mac.bits()),
              eid.maskLength());
      case DistinguishedName name -> ofName(eid, name);
      case OpaqueLcaf opaque -> whole(ofOpaque(eid, opaque));
      case NoAddress _ -> whole(family(eid, 0));
      case LispAddress other -> throw new IllegalArgumentException("no EID: " + other);
    };
  }

  private static BitString ofName(EidPrefix eid, DistinguishedName name) {
    byte[] text = name.name().getBytes(StandardCharsets.US_ASCII);
    if (eid.isHost()) {
      return whole(family(eid, text.length + 1).put(text).put((byte) 0));
    }
    return masked(family(eid, text.length).put(text), eid.maskLength());
  }

  private static ByteBuffer ofOpaque(EidPrefix eid, OpaqueLcaf opaque) {
    byte[] content = opaque.octets().toByteArray();
    return family(eid, 4 + content.length)
        .put((byte) opaque.type())
        .put((byte) opaque.rsvd2())
        .putShort((short) content.length)
        .put(content);
  }

  private static ByteBuffer family(EidPrefix eid, int addressOctets) {
    return ByteBuffer.allocate(FAMILY_OCTETS + addressOctets)
        .putInt((int) eid.instanceId())
        .putShort((short) eid.address().afi());
  }

  private static BitString whole(ByteBuffer octets) {
    return new BitString(octets.array(), octets.capacity() * 8);
  }

  private static BitString masked(ByteBuffer octets, int maskLength) {
    return new BitString(octets.array(), FAMILY_BITS + maskLength);
  }

  int length() {
    return length;
  }

  boolean bit(int index) {
    return (octets[index >>> 3] & (0x80 >>> (index & 7))) != 0;
  }

  /** The first bits of this one; shares the octets. */
  BitString first(int bits) {
    return new BitString(octets, bits);
  }

  /** How many leading bits both have in common. */
  int common(BitString other) {
    int shorter = Math.min(length, other.length);
    int end = (shorter + 7) >>> 3;
    int differing = Arrays.mismatch(octets, 0, end, other.octets, 0, end);
    if (differing < 0) {
      return shorter;
    }
    int difference = (octets[differing] ^ other.octets[differing]) & 0xff;
    return Math.min(shorter, differing * 8 + Integer.numberOfLeadingZeros(difference) - 24);
  }
}
