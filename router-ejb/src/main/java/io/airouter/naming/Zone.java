package io.airouter.naming;

import io.airouter.dns.DomainName;

/**
 * The zone the router is authoritative for.
 *
 * @param ttlSeconds of addresses and SRV records; about the time a failure takes to be detected
 * @param negativeTtlSeconds SOA.MINIMUM (RFC 2308 §4): short, or a service registered just now
 *     stays hidden
 */
public record Zone(DomainName apex, int ttlSeconds, int negativeTtlSeconds) {
  public static final int DEFAULT_TTL_SECONDS = 5;
  public static final int DEFAULT_NEGATIVE_TTL_SECONDS = 2;

  /** Leaves room below the apex for the longest endpoint id and the labels around it, in octets. */
  public static final int MAX_APEX_OCTETS = 100;

  public Zone {
    if (apex.wireLength() > MAX_APEX_OCTETS) {
      throw new IllegalArgumentException(
          "the zone's name has at most %d octets: %s".formatted(MAX_APEX_OCTETS, apex));
    }
    if (ttlSeconds < 0 || negativeTtlSeconds < 0) {
      throw new IllegalArgumentException("a TTL is not negative");
    }
  }

  public static Zone of(DomainName apex) {
    return new Zone(apex, DEFAULT_TTL_SECONDS, DEFAULT_NEGATIVE_TTL_SECONDS);
  }
}
