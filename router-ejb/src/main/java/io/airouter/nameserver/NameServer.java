package io.airouter.nameserver;

import io.airouter.dns.DnsQuery;
import io.airouter.dns.DnsResponse;
import io.airouter.dns.DomainName;
import io.airouter.dns.Question;
import io.airouter.dns.RRset;
import io.airouter.dns.Rcode;
import io.airouter.dns.RecordClass;
import io.airouter.dns.RecordData;
import io.airouter.dns.RecordType;
import io.airouter.table.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The authoritative name server of the zone in the live state. It never recurses, refers to nobody
 * and keeps no secret: what it says follows from the snapshot alone.
 *
 * <p>Between threads: any thread asks. The {@link ZoneIndex} is derived from a registry by the
 * first query that meets that registry and then published through a volatile field. Two queries may
 * derive the same one, and a query that holds an older snapshot may put an older one back for a
 * moment; neither harms, because each query answers from the index of its own snapshot.
 */
public final class NameServer {
  private static final int ANY_TTL_SECONDS = 3_600;
  private static final Set<RecordType> TRANSFERS = Set.of(RecordType.AXFR, RecordType.IXFR);
  private static final Set<RecordType> UNSUPPORTED =
      Set.of(RecordType.TKEY, RecordType.MAILA, RecordType.MAILB);

  private final Supplier<Snapshot> liveState;
  private final NameServerSettings settings;
  private final RandomGenerator random;
  private final Tallies tallies = new Tallies();
  private volatile ZoneIndex latest;

  /**
   * @param random shared by all threads that ask, so it has to allow that
   */
  public NameServer(
      Supplier<Snapshot> liveState, NameServerSettings settings, RandomGenerator random) {
    this.liveState = liveState;
    this.settings = settings;
    this.random = random;
    Snapshot now = liveState.get();
    this.latest = new ZoneIndex(now.services(), now.version(), settings);
  }

  /** The answer to a well-formed query as of now. */
  public DnsResponse answer(DnsQuery query) {
    DnsResponse response = answer(query, liveState.get());
    tallies.outcome(response);
    return response;
  }

  /** Counts what happened to a packet outside of {@link #answer(DnsQuery)}. */
  public void count(Tally tally) {
    tallies.count(tally);
  }

  /** Counts a packet that was refused before its question was looked at. */
  public void countRefusal(Rcode rcode) {
    tallies.refusal(rcode);
  }

  /**
   * Every RRset of the zone as of now, by name and type; sets that are drawn as they are listed.
   */
  public List<RRset> zone() {
    return index(liveState.get()).sets();
  }

  /** Each {@link Tally} since the start under its word. */
  public Map<String, Long> counters() {
    return tallies.counters();
  }

  DnsResponse answer(DnsQuery query, Snapshot snapshot) {
    if (query.tsig().isPresent()) {
      return DnsResponse.error(Rcode.NOTAUTH).withTsig(query.tsig().get().badKey());
    }
    ZoneIndex index = index(snapshot);
    Question question = query.question();
    if (!question.recordClass().equals(RecordClass.IN) || !index.encloses(question.name())) {
      return DnsResponse.error(Rcode.REFUSED);
    }
    if (TRANSFERS.contains(question.type())) {
      return DnsResponse.error(Rcode.REFUSED);
    }
    if (UNSUPPORTED.contains(question.type())) {
      return DnsResponse.error(Rcode.NOTIMP);
    }
    return index
        .node(question.name())
        .map(node -> answer(question, node, index))
        .orElseGet(() -> DnsResponse.negative(Rcode.NXDOMAIN, List.of(), index.negativeSoa()));
  }

  private DnsResponse answer(Question question, ZoneNode node, ZoneIndex index) {
    RecordType type = question.type();
    Optional<RRset> answer =
        type.equals(RecordType.ANY) && !node.isEmptyNonTerminal()
            ? Optional.of(shortAnswerToAny(question.name()))
            : node.answer(type, random);
    return answer
        .map(set -> DnsResponse.answer(List.of(set), node.additional(type)))
        .orElseGet(() -> DnsResponse.negative(Rcode.NOERROR, List.of(), index.negativeSoa()));
  }

  /** ANY would only amplify, so it gets a record that says so (RFC 8482 §4.2). */
  private static RRset shortAnswerToAny(DomainName name) {
    return RRset.of(name, ANY_TTL_SECONDS, new RecordData.HINFO("RFC8482", ""));
  }

  private ZoneIndex index(Snapshot snapshot) {
    ZoneIndex index = latest;
    if (!index.shows(snapshot.services())) {
      index = new ZoneIndex(snapshot.services(), snapshot.version(), settings);
      latest = index;
    }
    return index;
  }
}
