package io.airouter.mapserver;

import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.Locator;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What one xTR said of one EID-Prefix, valid until it runs out.
 *
 * @param locators sorted as RFC 9301 §5.5 asks
 * @param ttlMinutes what ITRs are told, 1..2^32-1
 * @param proxyReply P: the Map-Server answers for the site
 * @param merge a: Locators of the site's xTRs are merged
 * @param registeredAt when this content was first registered
 * @param lastSeen when it was last refreshed
 * @param expiresAt when it runs out if not refreshed
 */
public record Registration(
    RegistrationKey key,
    List<Locator> locators,
    long ttlMinutes,
    boolean proxyReply,
    boolean merge,
    Instant registeredAt,
    Instant lastSeen,
    Instant expiresAt) {
  public Registration {
    Objects.requireNonNull(key);
    locators = locators.stream().sorted().toList();
    Objects.requireNonNull(registeredAt);
    Objects.requireNonNull(lastSeen);
    Objects.requireNonNull(expiresAt);
    if (ttlMinutes < 1 || ttlMinutes > 0xffff_ffffL) {
      throw new IllegalArgumentException("the TTL of a registration is 1..2^32-1 minutes");
    }
  }

  public EidPrefix eid() {
    return key.eid();
  }

  /** Whether both say the same, whenever they were said. */
  public boolean saysTheSameAs(Registration other) {
    return key.equals(other.key)
        && locators.equals(other.locators)
        && ttlMinutes == other.ttlMinutes
        && proxyReply == other.proxyReply
        && merge == other.merge;
  }

  /** Said once more, with nothing new. */
  Registration refreshed(Instant seen, Instant newExpiry) {
    return new Registration(
        key, locators, ttlMinutes, proxyReply, merge, registeredAt, seen, newExpiry);
  }
}
