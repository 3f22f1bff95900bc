package io.airouter.lisp;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;

/**
 * An address as LISP writes it: an address family identifier (AFI) and the address. EIDs and RLOCs
 * are both such addresses; RFC 8060 lets either be composed (LCAF).
 *
 * <p>The order is that of RFC 9301 §5.5: IPv4 before IPv6, each ascending as unsigned numbers; the
 * other families follow, in an order of no meaning but consistent with equality.
 */
public sealed interface LispAddress extends Comparable<LispAddress>
    permits Ipv4Address, Ipv6Address, MacAddress, DistinguishedName, NoAddress, LcafAddress {

  /** The address family identifier that introduces this address in a packet. */
  int afi();

  /**
   * The length of the address in bits, the longest mask it can carry; 0 where masks mean nothing.
   */
  int addressBits();

  @Override
  default int compareTo(LispAddress other) {
    return AddressOrder.INSTANCE.compare(this, other);
  }

  /** The LISP address of an IP address. */
  static LispAddress of(InetAddress address) {
    return switch (address) {
      case Inet4Address v4 -> Ipv4Address.of(v4);
      case Inet6Address v6 -> Ipv6Address.of(v6);
      default -> throw new IllegalArgumentException("not an IP address: " + address);
    };
  }

  /**
   * Reads {@code 10.1.0.1}, {@code 2001:db8::1}, {@code 00:53:00:00:00:01} or {@code
   * name:model/gpt-4}. Never asks a resolver.
   *
   * @throws IllegalArgumentException if the text is none of these
   */
  static LispAddress parse(String text) {
    if (text.startsWith(DistinguishedName.PREFIX)) {
      return new DistinguishedName(text.substring(DistinguishedName.PREFIX.length()));
    }
    if (MacAddress.isText(text)) {
      return MacAddress.parse(text);
    }
    return text.indexOf(':') >= 0 ? Ipv6Address.parse(text) : Ipv4Address.parse(text);
  }
}
