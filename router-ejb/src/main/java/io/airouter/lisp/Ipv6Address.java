package io.airouter.lisp;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/**
 * An IPv6 address (AFI 2). Its text is that of RFC 5952, without a zone.
 *
 * @param high the first 64 bits
 * @param low the last 64 bits
 */
public record Ipv6Address(long high, long low) implements LispAddress {
  public static final int AFI = 2;

  /** The address length in bits. */
  public static final int BITS = 128;

  private static final long MAPPED = 0xffff_0000_0000L;
  private static final int GROUPS = 8;

  public static Ipv6Address of(Inet6Address address) {
    ByteBuffer octets = ByteBuffer.wrap(address.getAddress());
    return new Ipv6Address(octets.getLong(), octets.getLong());
  }

  /** Reads an IPv6 literal, without a zone. */
  public static Ipv6Address parse(String text) {
    if (text.indexOf('%') >= 0 || text.indexOf('[') >= 0 || text.indexOf(':') < 0) {
      throw new IllegalArgumentException("not an IPv6 address: " + text);
    }
    return switch (Inet6Address.ofLiteral(text)) {
      case Inet6Address v6 -> of(v6);
      case Inet4Address mapped ->
          new Ipv6Address(0, MAPPED | Integer.toUnsignedLong(Ipv4Address.of(mapped).bits()));
      default -> throw new IllegalArgumentException("not an IPv6 address: " + text);
    };
  }

  public InetAddress toInetAddress() {
    try {
      // Not InetAddress.getByAddress, which would turn an IPv4-mapped address into an IPv4 one.
      return Inet6Address.getByAddress(
          null, ByteBuffer.allocate(16).putLong(high).putLong(low).array(), -1);
    } catch (UnknownHostException e) {
      throw new AssertionError("sixteen octets are an IPv6 address", e);
    }
  }

  @Override
  public int afi() {
    return AFI;
  }

  @Override
  public int addressBits() {
    return BITS;
  }

  Ipv6Address masked(int maskLength) {
    if (maskLength <= 64) {
      return new Ipv6Address(maskLength == 0 ? 0 : high & (-1L << (64 - maskLength)), 0);
    }
    return new Ipv6Address(high, low & (-1L << (BITS - maskLength)));
  }

  int compareBits(Ipv6Address other) {
    int order = Long.compareUnsigned(high, other.high);
    return order != 0 ? order : Long.compareUnsigned(low, other.low);
  }

  private int group(int index) {
    long half = index < 4 ? high : low;
    return (int) (half >>> (48 - 16 * (index % 4))) & 0xffff;
  }

  @Override
  public String toString() {
    if (high == 0 && low >>> 32 == 0xffff) {
      return "::ffff:" + new Ipv4Address((int) low);
    }
    int[] run = longestZeroRun();
    StringBuilder text = new StringBuilder(39);
    for (int i = 0; i < GROUPS; i++) {
      if (i == run[0]) {
        text.append("::");
        i += run[1] - 1;
      } else {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
          text.append(':');
        }
        text.append(Integer.toHexString(group(i)));
      }
    }
    return text.toString();
  }

  /**
   * First group and length of the run RFC 5952 §4.2 shortens: the first longest, of two or more.
   */
  private int[] longestZeroRun() {
    int best = -1;
    int bestLength = 1;
    for (int start = 0; start < GROUPS; start++) {
      int end = start;
      while (end < GROUPS && group(end) == 0) {
        end++;
      }
      if (end - start > bestLength) {
        best = start;
        bestLength = end - start;
      }
      start = Math.max(start, end - 1);
    }
    return new int[] {best, bestLength};
  }
}
