package io.airouter.naming;

import io.airouter.dns.DomainName;
import java.util.Objects;

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

  public Zone {
    Objects.requireNonNull(apex);
    if (ttlSeconds < 0 || negativeTtlSeconds < 0) {
      throw new IllegalArgumentException("a TTL is not negative");
    }
  }

  public static Zone of(DomainName apex) {
    return new Zone(apex, DEFAULT_TTL_SECONDS, DEFAULT_NEGATIVE_TTL_SECONDS);
  }
}
