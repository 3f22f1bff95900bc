package io.airouter.mapserver;

import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.EncapsulatedControlMessage.InnerHeaders;
import io.airouter.lisp.Ipv4Address;
import io.airouter.lisp.Ipv6Address;
import io.airouter.lisp.LispAddress;
import io.airouter.lisp.MapReply;
import io.airouter.lisp.MapRequest;
import io.airouter.lisp.MapRequest.EidRecord;
import io.airouter.lisp.MappingRecord;
import io.airouter.lisp.NoAddress;
import io.airouter.mapping.EidTrie;
import io.airouter.table.RoutingTable;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Answers Map-Requests for the sites, as their proxy (RFC 9301 §8.2): from one snapshot, without
 * waiting for anything. For any thread.
 */
final class MapResolver {
  private final RoutingTable table;
  private final Counters counters;

  MapResolver(RoutingTable table, Counters counters) {
    this.table = table;
    this.counters = counters;
  }

  /** A Map-Request that came by itself. */
  List<Outgoing> answer(MapRequest request, EidTrie<Site> configured, InetSocketAddress source) {
    return answer(request, configured, new Asker(source, source.getPort(), Optional.empty()));
  }

  /** A Map-Request in an ECM: the reply goes to the inner source port (§5.5). */
  List<Outgoing> answer(
      MapRequest request,
      EidTrie<Site> configured,
      InnerHeaders inner,
      InetSocketAddress outerSource) {
    Asker asker = new Asker(outerSource, inner.sourcePort(), address(inner.source()));
    return answer(request, configured, asker);
  }

  private List<Outgoing> answer(MapRequest request, EidTrie<Site> configured, Asker asker) {
    counters.count(Tally.MAP_REQUESTS);
    MapRequest.Flags flags = request.flags();
    if (flags.probe()) {
      return dropped(Tally.DROPPED_PROBE);
    }
    if (flags.solicitMapRequest()) {
      return dropped(Tally.DROPPED_SMR);
    }
    List<EidRecord> asked =
        request.records().stream().filter(r -> !(r.eid().address() instanceof NoAddress)).toList();
    if (asked.isEmpty()) {
      return dropped(Tally.DROPPED_NO_RECORD);
    }
    if (flags.dontMapReply()) {
      return List.of();
    }
    return asker
        .replyAddress(request.itrRlocs())
        .map(destination -> reply(request.nonce(), asked, configured, destination))
        .orElseGet(() -> dropped(Tally.DROPPED_ITR_RLOC));
  }

  private List<Outgoing> reply(
      long nonce, List<EidRecord> asked, EidTrie<Site> configured, InetSocketAddress destination) {
    List<MappingRecord> records =
        new MapRequestAnswer(table.snapshot().mappings(), configured).records(asked);
    counters.count(Tally.MAP_REPLIES);
    records.stream()
        .filter(MappingRecord::isNegative)
        .forEach(r -> counters.count(Tally.NEGATIVE_REPLIES));
    return List.of(Outgoing.unsigned(MapReply.of(nonce, records), destination));
  }

  /** What the answer to a question for that EID says. */
  List<MappingRecord> records(EidPrefix asked, EidTrie<Site> configured) {
    return new MapRequestAnswer(table.snapshot().mappings(), configured)
        .records(List.of(new EidRecord(false, asked)));
  }

  private List<Outgoing> dropped(Tally reason) {
    counters.count(reason);
    return List.of();
  }

  private static Optional<InetAddress> address(LispAddress address) {
    return switch (address) {
      case Ipv4Address v4 -> Optional.of(v4.toInetAddress());
      case Ipv6Address v6 -> Optional.of(v6.toInetAddress());
      default -> Optional.empty();
    };
  }

  /**
   * Who asks.
   *
   * @param source of the packet as it came
   * @param port where the reply goes
   * @param inner the source inside an ECM
   */
  private record Asker(InetSocketAddress source, int port, Optional<InetAddress> inner) {
    /** The ITR-RLOC to answer: the one that asked, else one of the packet's family, else any. */
    Optional<InetSocketAddress> replyAddress(List<LispAddress> itrRlocs) {
      List<InetAddress> usable =
          itrRlocs.stream()
              .flatMap(rloc -> address(rloc).stream())
              .filter(this::mayBeAnswered)
              .toList();
      Class<?> family = source.getAddress().getClass();
      return Stream.of(
              inner.stream().filter(usable::contains),
              usable.stream().filter(source.getAddress()::equals),
              usable.stream().filter(family::isInstance),
              usable.stream())
          .flatMap(preferred -> preferred)
          .findFirst()
          .filter(rloc -> port > 0)
          .map(rloc -> new InetSocketAddress(rloc, port));
    }

    /** Nobody from outside makes the router send to its own host. */
    private boolean mayBeAnswered(InetAddress rloc) {
      boolean isOwnHost = rloc.isLoopbackAddress();
      return !rloc.isAnyLocalAddress()
          && !rloc.isMulticastAddress()
          && (!isOwnHost || source.getAddress().isLoopbackAddress());
    }
  }
}
