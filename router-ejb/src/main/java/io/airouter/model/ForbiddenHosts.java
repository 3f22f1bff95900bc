package io.airouter.model;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Hosts that are no endpoint of anybody: a base URL that named one would have the router fetch the
 * secrets of the machine it runs on, from the metadata service of its cloud. Loopback is allowed,
 * since models run beside routers.
 */
public final class ForbiddenHosts {
  private static final Set<String> METADATA_NAMES =
      Set.of("metadata", "metadata.google.internal", "instance-data", "instance-data.ec2.internal");

  /** Metadata services outside the link-local range: AWS over IPv6, Alibaba, Oracle. */
  private static final Set<InetAddress> METADATA_ADDRESSES =
      Set.of(
          InetAddress.ofLiteral("fd00:ec2::254"),
          InetAddress.ofLiteral("100.100.100.200"),
          InetAddress.ofLiteral("192.0.0.192"));

  private ForbiddenHosts() {}

  /** Why a URL's host is refused; empty where it may be called. Asks no resolver. */
  public static Optional<String> objection(String host) {
    String bare = bare(host);
    if (METADATA_NAMES.contains(bare)) {
      return Optional.of("'" + host + "' is a metadata service, not an endpoint");
    }
    try {
      return objection(InetAddress.ofLiteral(bare));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Why an address is refused; empty where it may be called. */
  public static Optional<String> objection(InetAddress address) {
    String text = address.getHostAddress();
    if (METADATA_ADDRESSES.contains(address)) {
      return Optional.of(text + " is a metadata service, not an endpoint");
    }
    if (address.isLinkLocalAddress() || embedsLinkLocal(address)) {
      return Optional.of(text + " is link-local, which the router does not call");
    }
    if (address.isAnyLocalAddress() || address.isMulticastAddress()) {
      return Optional.of(text + " is no single host");
    }
    return Optional.empty();
  }

  /** {@code ::169.254.0.0/112} and the NAT64 prefix 64:ff9b::/96 (RFC 6052) reach IPv4. */
  private static boolean embedsLinkLocal(InetAddress address) {
    byte[] octets = address.getAddress();
    boolean reachesV4 =
        address instanceof Inet6Address v6
            && (v6.isIPv4CompatibleAddress()
                || (octets[0] == 0 && octets[1] == 0x64 && octets[3] == (byte) 0x9b));
    return reachesV4 && octets[12] == (byte) 169 && octets[13] == (byte) 254;
  }

  private static String bare(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    if (lower.startsWith("[")) {
      return lower.substring(1, lower.length() - 1);
    }
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
