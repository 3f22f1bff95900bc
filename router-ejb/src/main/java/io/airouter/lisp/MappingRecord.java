package io.airouter.lisp;

import java.util.List;
import java.util.Objects;

/**
 * One EID-to-RLOC mapping as Map-Reply, Map-Register and Map-Notify carry it (RFC 9301 §5.4). No
 * Locators means "nowhere", and the action says what follows from that.
 *
 * @param ttlMinutes how long a receiver may keep it, in minutes: 0 = remove at once, {@link
 *     #TTL_OF_RECEIVERS_CHOICE} = as the receiver likes
 * @param eid whose mapping this is
 * @param action meaningful only without Locators and in a Map-Reply
 * @param authoritative A: said by the EID's own site, never by a proxy
 * @param mapVersion Map-Version number (RFC 9302), 0..4095; 0 = none
 * @param locators in the order received; at most 255
 */
public record MappingRecord(
    long ttlMinutes,
    EidPrefix eid,
    NegativeAction action,
    boolean authoritative,
    int mapVersion,
    List<Locator> locators) {
  /** The TTL that leaves the time to the receiver. */
  public static final long TTL_OF_RECEIVERS_CHOICE = 0xffff_ffffL;

  /** What the one-octet Locator Count can say. */
  public static final int MAX_LOCATORS = 255;

  private static final int MAX_MAP_VERSION = 0xfff;

  public MappingRecord {
    if (ttlMinutes < 0 || ttlMinutes > TTL_OF_RECEIVERS_CHOICE) {
      throw new IllegalArgumentException("TTL " + ttlMinutes);
    }
    if (mapVersion < 0 || mapVersion > MAX_MAP_VERSION) {
      throw new IllegalArgumentException("Map-Version " + mapVersion);
    }
    Objects.requireNonNull(eid);
    Objects.requireNonNull(action);
    locators = List.copyOf(locators);
    if (locators.size() > MAX_LOCATORS) {
      throw new IllegalArgumentException(locators.size() + " Locators");
    }
  }

  /** A mapping with Locators as a proxy answers it: not authoritative, no version. */
  public static MappingRecord proxied(long ttlMinutes, EidPrefix eid, List<Locator> locators) {
    return new MappingRecord(ttlMinutes, eid, NegativeAction.NO_ACTION, false, 0, locators);
  }

  /** A mapping to nowhere. */
  public static MappingRecord negative(long ttlMinutes, EidPrefix eid, NegativeAction action) {
    return new MappingRecord(ttlMinutes, eid, action, false, 0, List.of());
  }

  /** Whether there is no Locator at all. */
  public boolean isNegative() {
    return locators.isEmpty();
  }
}
