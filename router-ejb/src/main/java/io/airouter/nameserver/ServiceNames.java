package io.airouter.nameserver;

import io.airouter.dns.DomainName;
import io.airouter.dns.RRset;
import io.airouter.dns.RecordData;
import io.airouter.dns.RecordType;
import io.airouter.nameserver.WeightedRecords.Share;
import io.airouter.naming.Service;
import io.airouter.naming.ServiceInstance;
import io.airouter.naming.Zone;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The names of one service: itself, its {@code _http._tcp} and {@code _https._tcp} (RFC 2782) and
 * the hosts of its instances. All of them exist while the service does; records name only what
 * serves.
 */
final class ServiceNames {
  private static final int MAX_STRING_OCTETS = 255;

  private final Zone zone;
  private final Service service;
  private final List<ServiceInstance> answerable;

  ServiceNames(Zone zone, Service service) {
    this.zone = zone;
    this.service = service;
    this.answerable =
        service.instances().stream()
            .filter(instance -> instance.serving() && !instance.addresses().isEmpty())
            .toList();
  }

  /** Hands each name with its records to {@code names}. */
  void forEach(BiConsumer<DomainName, ZoneNode> names) {
    names.accept(name(), serviceNode());
    names.accept(name().descendant("_http._tcp"), srvNode("_http._tcp", false));
    if (service.instances().stream().anyMatch(ServiceInstance::tls)) {
      names.accept(name().descendant("_https._tcp"), srvNode("_https._tcp", true));
    }
    for (ServiceInstance instance : service.instances()) {
      names.accept(host(instance), ZoneNode.of(hostSets(instance)));
    }
  }

  private DomainName name() {
    return zone.apex().descendant(service.name());
  }

  private DomainName host(ServiceInstance instance) {
    return zone.apex().child("ep").descendant(instance.endpoint());
  }

  private ZoneNode serviceNode() {
    Map<RecordType, RRset> fixed = new HashMap<>();
    List<String> strings =
        service.attributes().stream().filter(ServiceNames::fitsCharacterString).toList();
    if (!strings.isEmpty()) {
      fixed.put(RecordType.TXT, RRset.of(name(), zone.ttlSeconds(), new RecordData.TXT(strings)));
    }
    Map<RecordType, WeightedRecords> drawn = new HashMap<>();
    for (RecordType family : List.of(RecordType.A, RecordType.AAAA)) {
      List<Share> shares = shares(family);
      if (!shares.isEmpty()) {
        drawn.put(family, new WeightedRecords(name(), family, zone.ttlSeconds(), shares));
      }
    }
    return new ZoneNode(fixed, drawn, List.of());
  }

  private List<Share> shares(RecordType family) {
    return firstTier().stream()
        .map(instance -> new Share(instance.weight(), addresses(instance, family)))
        .filter(share -> !share.records().isEmpty())
        .toList();
  }

  /**
   * Those of the lowest priority that has any weight: an instance of weight 0 is drained and named
   * only where nothing else serves.
   */
  private List<ServiceInstance> firstTier() {
    List<ServiceInstance> weighted = answerable.stream().filter(i -> i.weight() > 0).toList();
    List<ServiceInstance> wanted = weighted.isEmpty() ? answerable : weighted;
    int lowest = wanted.stream().mapToInt(ServiceInstance::priority).min().orElse(0);
    return wanted.stream().filter(i -> i.priority() == lowest).toList();
  }

  /** The true priorities and weights: the client draws (RFC 2782). */
  private ZoneNode srvNode(String prefix, boolean tls) {
    List<ServiceInstance> targets =
        answerable.stream()
            .filter(instance -> instance.tls() == tls)
            .sorted(
                Comparator.comparingInt(ServiceInstance::priority)
                    .thenComparing(Comparator.comparingInt(ServiceInstance::weight).reversed()))
            .limit(WeightedRecords.MAX_RECORDS)
            .toList();
    if (targets.isEmpty()) {
      return ZoneNode.EMPTY_NON_TERMINAL;
    }
    List<RecordData> records = targets.stream().map(this::srv).toList();
    RRset set = new RRset(name().descendant(prefix), RecordType.SRV, zone.ttlSeconds(), records);
    List<RRset> additional =
        targets.stream().flatMap(instance -> hostSets(instance).stream()).toList();
    return new ZoneNode(Map.of(RecordType.SRV, set), Map.of(), additional);
  }

  private RecordData srv(ServiceInstance instance) {
    return new RecordData.SRV(
        instance.priority(), instance.weight(), instance.port(), host(instance));
  }

  private List<RRset> hostSets(ServiceInstance instance) {
    return instance.serving()
        ? addressSets(host(instance), zone.ttlSeconds(), instance.addresses())
        : List.of();
  }

  private static List<RecordData> addresses(ServiceInstance instance, RecordType family) {
    return addressSets(DomainName.ROOT, 0, instance.addresses()).stream()
        .filter(set -> set.type().equals(family))
        .flatMap(set -> set.records().stream())
        .toList();
  }

  /** The A set and the AAAA set of these addresses, as far as there are any. */
  static List<RRset> addressSets(DomainName name, int ttlSeconds, List<InetAddress> addresses) {
    List<RecordData> v4 = new ArrayList<>();
    List<RecordData> v6 = new ArrayList<>();
    for (InetAddress address : new LinkedHashSet<>(addresses)) {
      switch (address) {
        case Inet4Address four -> v4.add(new RecordData.A(four));
        case Inet6Address six -> v6.add(new RecordData.AAAA(six));
        default -> throw new IllegalStateException("neither IPv4 nor IPv6: " + address);
      }
    }
    List<RRset> sets = new ArrayList<>(2);
    if (!v4.isEmpty()) {
      sets.add(new RRset(name, RecordType.A, ttlSeconds, v4));
    }
    if (!v6.isEmpty()) {
      sets.add(new RRset(name, RecordType.AAAA, ttlSeconds, v6));
    }
    return sets;
  }

  /** An attribute that no character-string holds is left out rather than cut (RFC 6763 §6.1). */
  private static boolean fitsCharacterString(String attribute) {
    return attribute.getBytes(StandardCharsets.UTF_8).length <= MAX_STRING_OCTETS;
  }
}
