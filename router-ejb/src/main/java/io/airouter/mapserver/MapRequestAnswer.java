package io.airouter.mapserver;

import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.Locator;
import io.airouter.lisp.MapRequest.EidRecord;
import io.airouter.lisp.MappingRecord;
import io.airouter.lisp.NegativeAction;
import io.airouter.mapping.EidTrie;
import io.airouter.mapping.Mapping;
import io.airouter.mapping.MappingDatabase;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * What a Map-Request is told (RFC 9301 §8.2, §8.4), from one snapshot of the mapping database and
 * the configured EID-Prefixes.
 */
record MapRequestAnswer(MappingDatabase mappings, EidTrie<Site> configured) {
  /** Nobody has it: an ITR may remember that for a while. */
  static final long UNKNOWN_TTL_MINUTES = 15;

  /** It is somebody's, who may register at any moment. */
  static final long UNREGISTERED_TTL_MINUTES = 1;

  /**
   * An answer names so many EID-Prefixes that are within the one found; with more of them it is
   * narrowed instead, as all must fit in a packet of 576 octets.
   */
  private static final int MAX_MORE_SPECIFICS = 7;

  /** A Map-Reply's record count is one octet, but a reply of a few dozen fills a packet. */
  private static final int MAX_RECORDS = 32;

  List<MappingRecord> records(List<EidRecord> asked) {
    SequencedSet<MappingRecord> records = new LinkedHashSet<>();
    for (EidRecord record : asked) {
      records.addAll(records(record.eid()));
    }
    return records.stream().limit(MAX_RECORDS).toList();
  }

  private List<MappingRecord> records(EidPrefix asked) {
    Optional<Mapping> match = mappings.longestMatch(asked);
    if (match.isEmpty() && !asked.isHost()) {
      // Asked for a block wider than any mapping: its first address stands for it.
      EidPrefix first = new EidPrefix(asked.instanceId(), asked.address(), asked.addressBits());
      return firstOf(first);
    }
    return match.map(found -> positive(asked, found)).orElseGet(() -> List.of(negative(asked)));
  }

  private List<MappingRecord> firstOf(EidPrefix host) {
    return mappings
        .longestMatch(host)
        .map(found -> positive(host, found))
        .orElseGet(() -> List.of(negative(host)));
  }

  /** With the prefixes within the one found, which an ITR's cache would else hide (§5.5). */
  private List<MappingRecord> positive(EidPrefix asked, Mapping found) {
    List<Mapping> within = mappings.moreSpecifics(found.eid(), MAX_MORE_SPECIFICS + 1);
    if (within.size() > MAX_MORE_SPECIFICS) {
      return List.of(record(found, mappings.negativePrefix(asked, EidTrie.empty()), found));
    }
    SequencedSet<MappingRecord> records = new LinkedHashSet<>();
    records.add(record(found, found.eid(), found));
    within.forEach(other -> records.add(record(other, other.eid(), found)));
    return List.copyOf(records);
  }

  /** As a proxy states it, all with the TTL of the one found. */
  private static MappingRecord record(Mapping mapping, EidPrefix eid, Mapping found) {
    if (mapping.locators().isEmpty()) {
      return MappingRecord.negative(UNREGISTERED_TTL_MINUTES, eid, NegativeAction.NATIVELY_FORWARD);
    }
    List<Locator> locators =
        mapping.locators().stream()
            .limit(MappingRecord.MAX_LOCATORS)
            .map(MapRequestAnswer::proxied)
            .toList();
    return MappingRecord.proxied(found.ttlMinutes(), eid, locators);
  }

  private static Locator proxied(Locator locator) {
    return locator.local() || locator.probed()
        ? new Locator(
            locator.priority(),
            locator.weight(),
            locator.multicastPriority(),
            locator.multicastWeight(),
            false,
            false,
            locator.reachable(),
            locator.rloc())
        : locator;
  }

  private MappingRecord negative(EidPrefix asked) {
    long ttl =
        configured.longestMatch(asked).isPresent() ? UNREGISTERED_TTL_MINUTES : UNKNOWN_TTL_MINUTES;
    return MappingRecord.negative(
        ttl, mappings.negativePrefix(asked, configured), NegativeAction.NATIVELY_FORWARD);
  }
}
