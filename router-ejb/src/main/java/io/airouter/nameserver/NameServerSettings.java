package io.airouter.nameserver;

import java.net.InetAddress;
import java.util.List;

/**
 * What the name server says of itself.
 *
 * @param addresses of this server, told as the addresses of {@code ns1.<zone>}; none where it
 *     listens on all of a host that does not know which of them others see
 * @param firstSerial the zone's serial at version 0 of the live state, which grows by one with each
 *     version from there. Seconds since 1970 at the start keep it growing over restarts (RFC 1982),
 *     as long as there is less than one change a second on average.
 */
public record NameServerSettings(List<InetAddress> addresses, long firstSerial) {
  /** On loopback, with serials from 1. */
  public static final NameServerSettings LOOPBACK =
      new NameServerSettings(List.of(InetAddress.ofLiteral("127.0.0.1")), 1);

  public NameServerSettings {
    addresses = List.copyOf(addresses);
    if (addresses.stream().anyMatch(InetAddress::isAnyLocalAddress)) {
      throw new IllegalArgumentException("an unspecified address is nobody's");
    }
    if (firstSerial < 0) {
      throw new IllegalArgumentException("serial " + firstSerial + " is negative");
    }
  }
}
