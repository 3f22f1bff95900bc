package io.airouter.mapping;

import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.Locator;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One entry of the mapping database: an EID-Prefix, its RLOCs sorted as RFC 9301 §5.5 asks, and
 * where it comes from. No locators means: known, but nowhere reachable now.
 *
 * @param ttlMinutes how long an ITR may cache it
 * @param since when these locators took effect
 */
public record Mapping(
    EidPrefix eid, List<Locator> locators, MappingOrigin origin, long ttlMinutes, Instant since) {
  public Mapping {
    Objects.requireNonNull(eid);
    Objects.requireNonNull(origin);
    Objects.requireNonNull(since);
    locators = locators.stream().sorted().toList();
    if (ttlMinutes < 0 || ttlMinutes > 0xffff_ffffL) {
      throw new IllegalArgumentException("a TTL is 0..2^32-1 minutes");
    }
  }
}
