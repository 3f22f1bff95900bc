package io.airouter.table;

import io.airouter.lisp.LispAddress;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * What the mapping database answers for a model's EID, in text that outlives the snapshot.
 *
 * @param eid asked for
 * @param eidPrefix of the entry that answered; empty where none did
 * @param origin of that entry, or {@code none}
 */
public record MappingLookup(
    String eid,
    Optional<String> eidPrefix,
    String origin,
    long ttlMinutes,
    List<RlocView> locators) {
  public static final MappingLookup NOT_ASKED =
      new MappingLookup("", Optional.empty(), "none", 0, List.of());

  public MappingLookup {
    locators = List.copyOf(locators);
  }

  public boolean names(String address) {
    return locators.stream().anyMatch(l -> l.rloc().equals(address));
  }

  /** In the canonical text of the address, which for IPv6 is not the JDK's. */
  public boolean names(InetAddress address) {
    return names(LispAddress.of(address).toString());
  }

  /** One locator. */
  public record RlocView(String rloc, int priority, int weight) {}
}
