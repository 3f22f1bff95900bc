package io.airouter.nameserver;

import io.airouter.dns.DomainName;
import io.airouter.dns.RRset;
import io.airouter.dns.RecordData;
import io.airouter.naming.Service;
import io.airouter.naming.ServiceRegistry;
import io.airouter.naming.Zone;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every name of the zone with its records, derived once from one service registry, so that a query
 * is one look-up in a hash table. Names between others and the apex are in it as empty
 * non-terminals, whatever dots a model's id has. Immutable.
 */
final class ZoneIndex {
  /** Of what changes with the configuration only. */
  private static final int FIXED_TTL_SECONDS = 300;

  private static final int REFRESH_SECONDS = 60;
  private static final int RETRY_SECONDS = 10;
  private static final int EXPIRE_SECONDS = 86_400;
  private static final long SERIAL_MASK = 0xffff_ffffL;

  private final ServiceRegistry registry;
  private final DomainName apex;
  private final Map<DomainName, ZoneNode> nodes = new HashMap<>();
  private final RRset negativeSoa;

  /**
   * @param version of the live state that the registry was seen in first
   */
  ZoneIndex(ServiceRegistry registry, long version, NameServerSettings settings) {
    this.registry = registry;
    this.apex = registry.zone().apex();
    RRset soa = soa(registry.zone(), settings.firstSerial() + version);
    // The authority section's TTL bounds the negative answer too (RFC 2308 §5).
    this.negativeSoa =
        soa.withTtl(Math.min(FIXED_TTL_SECONDS, registry.zone().negativeTtlSeconds()));
    putApex(soa, settings);
    for (Service service : registry.services()) {
      new ServiceNames(registry.zone(), service).forEach(this::put);
    }
  }

  /** Whether it was derived from exactly that registry. */
  boolean shows(ServiceRegistry other) {
    return registry == other;
  }

  Optional<ZoneNode> node(DomainName name) {
    return Optional.ofNullable(nodes.get(name));
  }

  boolean encloses(DomainName name) {
    return name.isSubdomainOf(apex);
  }

  /** The SOA as it stands in negative answers (RFC 2308 §3). */
  RRset negativeSoa() {
    return negativeSoa;
  }

  /** By name and type. */
  List<RRset> sets() {
    return nodes.values().stream()
        .flatMap(node -> node.sets().stream())
        .sorted(
            Comparator.comparing((RRset set) -> set.name().toString())
                .thenComparing(set -> set.type().code()))
        .toList();
  }

  private void putApex(RRset soa, NameServerSettings settings) {
    DomainName server = apex.child("ns1");
    RRset ns = RRset.of(apex, FIXED_TTL_SECONDS, new RecordData.NS(server));
    put(apex, ZoneNode.of(List.of(soa, ns)));
    put(
        server,
        ZoneNode.of(ServiceNames.addressSets(server, FIXED_TTL_SECONDS, settings.addresses())));
    put(apex.child("ep"), ZoneNode.EMPTY_NON_TERMINAL);
  }

  private RRset soa(Zone zone, long serial) {
    return RRset.of(
        apex,
        FIXED_TTL_SECONDS,
        new RecordData.SOA(
            apex.child("ns1"),
            apex.child("hostmaster"),
            serial & SERIAL_MASK,
            REFRESH_SECONDS,
            RETRY_SECONDS,
            EXPIRE_SECONDS,
            zone.negativeTtlSeconds()));
  }

  private void put(DomainName name, ZoneNode node) {
    nodes.merge(name, node, ZoneNode::mergedWith);
    for (int labels = name.labelCount() - 1; labels > apex.labelCount(); labels--) {
      nodes.putIfAbsent(name.ancestor(labels), ZoneNode.EMPTY_NON_TERMINAL);
    }
  }
}
