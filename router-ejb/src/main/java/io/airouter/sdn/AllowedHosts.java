package io.airouter.sdn;

import io.airouter.model.IpPrefix;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which hosts the router calls as controllers, so that whoever may name one cannot make the router
 * ask services that only it can reach. Judged by the addresses a name resolves to, at each attempt.
 *
 * <p>Never: unspecified, multicast and link-local addresses, where clouds keep their metadata. With
 * a list, only what it names; without one, everything else, loopback only where {@code loopback}
 * says so. Hosts of the configuration file are the operator's own word and pass as listed.
 *
 * @param trusted host names of the configuration file's controllers, lower case
 * @param names host names of the list, lower case
 * @param prefixes addresses of the list
 * @param loopback whether loopback passes without a list
 */
public record AllowedHosts(
    Set<String> trusted, Set<String> names, List<IpPrefix> prefixes, boolean loopback) {
  public AllowedHosts {
    trusted = Set.copyOf(trusted);
    names = Set.copyOf(names);
    prefixes = List.copyOf(prefixes);
  }

  /** Whether that host may be called at that address. */
  public boolean allows(String host, InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isMulticastAddress()
        || address.isLinkLocalAddress()) {
      return false;
    }
    String name = host.toLowerCase(Locale.ROOT);
    if (trusted.contains(name) || names.contains(name)) {
      return true;
    }
    if (names.isEmpty() && prefixes.isEmpty()) {
      return loopback || !address.isLoopbackAddress();
    }
    return prefixes.stream().anyMatch(prefix -> prefix.contains(address));
  }
}
