package io.airouter.lisp.codec;

/** The one's complement sum of IPv4, UDP and their pseudo-headers (RFC 1071). */
final class InternetChecksum {
  private long sum;

  /** Adds octets as 16-bit numbers; an odd last octet is the high half of one. */
  InternetChecksum add(byte[] octets, int offset, int length) {
    int end = offset + length;
    for (int i = offset; i + 1 < end; i += 2) {
      sum += (octets[i] & 0xff) << 8 | (octets[i + 1] & 0xff);
    }
    if ((length & 1) != 0) {
      sum += (octets[end - 1] & 0xff) << 8;
    }
    return this;
  }

  /** Adds a number of up to 32 bits. */
  InternetChecksum add(int value) {
    sum += (value >>> 16) + (value & 0xffff);
    return this;
  }

  /** The checksum; 0 over octets that contain their own correct one. */
  int value() {
    long folded = sum;
    while (folded >>> 16 != 0) {
      folded = (folded & 0xffff) + (folded >>> 16);
    }
    return (int) ~folded & 0xffff;
  }
}
