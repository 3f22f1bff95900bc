package io.airouter.model;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * An IPv4 or IPv6 prefix, such as {@code 10.1.0.0/16}; bits beyond its length are zero. Addresses
 * are literals: nothing here asks a resolver.
 */
public record IpPrefix(InetAddress address, int length) {
  public IpPrefix {
    int bits = address.getAddress().length * 8;
    if (length < 0 || length > bits) {
      throw new IllegalArgumentException("prefix length " + length + ": 0.." + bits);
    }
    address = masked(address, length);
  }

  /**
   * Reads {@code address/length}, or a bare address as a host prefix.
   *
   * @throws IllegalArgumentException for anything else, host names included
   */
  public static IpPrefix parse(String text) {
    int slash = text.indexOf('/');
    InetAddress address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
    if (slash < 0) {
      return new IpPrefix(address, address.getAddress().length * 8);
    }
    try {
      return new IpPrefix(address, Integer.parseInt(text.substring(slash + 1)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is not address/length", e);
    }
  }

  public boolean contains(InetAddress candidate) {
    return candidate.getAddress().length == address.getAddress().length
        && masked(candidate, length).equals(address);
  }

  public boolean overlaps(IpPrefix other) {
    return length <= other.length ? contains(other.address) : other.contains(address);
  }

  private static InetAddress masked(InetAddress address, int length) {
    byte[] octets = address.getAddress();
    for (int i = 0; i < octets.length; i++) {
      int kept = Math.clamp(length - i * 8L, 0, 8);
      octets[i] &= (byte) (0xff << (8 - kept));
    }
    try {
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address keeps its length", e);
    }
  }

  @Override
  public String toString() {
    return address.getHostAddress() + "/" + length;
  }
}
