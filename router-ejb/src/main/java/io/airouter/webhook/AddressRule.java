package io.airouter.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Resolves a hook's host and lets through only addresses that may be called; the connection goes to
 * the very addresses that were looked at. Refused are link-local, multicast and unspecified ones
 * and the metadata services of clouds, which hand out credentials to whoever asks from inside.
 */
public final class AddressRule implements DnsResolver {
  /** Those that are not link-local anyway: AWS by IPv6, Azure, Alibaba, Oracle. */
  private static final Set<InetAddress> METADATA =
      Set.of(
          InetAddress.ofLiteral("fd00:ec2::254"),
          InetAddress.ofLiteral("168.63.129.16"),
          InetAddress.ofLiteral("100.100.100.200"),
          InetAddress.ofLiteral("192.0.0.192"));

  private final DnsResolver resolver;

  public AddressRule() {
    this(SystemDefaultDnsResolver.INSTANCE);
  }

  AddressRule(DnsResolver resolver) {
    this.resolver = resolver;
  }

  /** Whether an address may be called. */
  public static boolean permits(InetAddress address) {
    return !address.isLinkLocalAddress()
        && !address.isMulticastAddress()
        && !address.isAnyLocalAddress()
        && !METADATA.contains(address);
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] permitted =
        Arrays.stream(resolver.resolve(host))
            .filter(AddressRule::permits)
            .toArray(InetAddress[]::new);
    if (permitted.length == 0) {
      throw new UnknownHostException(host + " has no address that may be called");
    }
    return permitted;
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return resolver.resolveCanonicalHostname(host);
  }
}
