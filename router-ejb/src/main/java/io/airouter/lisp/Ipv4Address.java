package io.airouter.lisp;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * An IPv4 address (AFI 1).
 *
 * @param bits the 32 bits, first octet highest
 */
public record Ipv4Address(int bits) implements LispAddress {
  public static final int AFI = 1;

  /** The address length in bits. */
  public static final int BITS = 32;

  private static final Pattern DOTTED_QUAD = Pattern.compile("(\\d{1,3})(\\.\\d{1,3}){3}");

  public static Ipv4Address of(Inet4Address address) {
    byte[] octets = address.getAddress();
    return new Ipv4Address(
        (octets[0] & 0xff) << 24
            | (octets[1] & 0xff) << 16
            | (octets[2] & 0xff) << 8
            | (octets[3] & 0xff));
  }

  /** Reads a dotted quad of decimal octets. */
  public static Ipv4Address parse(String text) {
    if (!DOTTED_QUAD.matcher(text).matches()) {
      throw new IllegalArgumentException("not an IPv4 address: " + text);
    }
    int bits = 0;
    for (String part : text.split("\\.", -1)) {
      int octet = Integer.parseInt(part);
      if (octet > 255 || (part.length() > 1 && part.startsWith("0"))) {
        throw new IllegalArgumentException("not an IPv4 address: " + text);
      }
      bits = bits << 8 | octet;
    }
    return new Ipv4Address(bits);
  }

  public InetAddress toInetAddress() {
    try {
      return InetAddress.getByAddress(
          new byte[] {
            (byte) (bits >>> 24), (byte) (bits >>> 16), (byte) (bits >>> 8), (byte) bits
          });
    } catch (UnknownHostException e) {
      throw new AssertionError("four octets are an IPv4 address", e);
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

  Ipv4Address masked(int maskLength) {
    return new Ipv4Address(maskLength == 0 ? 0 : bits & (-1 << (BITS - maskLength)));
  }

  @Override
  public String toString() {
    return (bits >>> 24)
        + "."
        + (bits >>> 16 & 0xff)
        + "."
        + (bits >>> 8 & 0xff)
        + "."
        + (bits & 0xff);
  }
}
