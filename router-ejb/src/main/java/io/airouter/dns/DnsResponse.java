package io.airouter.dns;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a name server says to a query, before it is known how much of it fits. {@code truncated}
 * asks for a reply without records that sends the client to TCP. {@code edns} is sent only when the
 * query had EDNS, and a plain one is sent when it is empty.
 */
public record DnsResponse(
    Rcode rcode,
    boolean authoritative,
    boolean truncated,
    List<RRset> answers,
    List<RRset> authority,
    List<RRset> additional,
    Optional<Edns> edns,
    Optional<Tsig> tsig) {
  public DnsResponse {
    Objects.requireNonNull(rcode);
    answers = List.copyOf(answers);
    authority = List.copyOf(authority);
    additional = List.copyOf(additional);
    Objects.requireNonNull(edns);
    Objects.requireNonNull(tsig);
  }

  /** A refusal of any kind: no records, not authoritative. */
  public static DnsResponse error(Rcode rcode) {
    return new DnsResponse(
        rcode, false, false, List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());
  }

  /** Authoritative records, with what a client will ask for next in {@code additional}. */
  public static DnsResponse answer(List<RRset> answers, List<RRset> additional) {
    return new DnsResponse(
        Rcode.NOERROR,
        true,
        false,
        answers,
        List.of(),
        additional,
        Optional.empty(),
        Optional.empty());
  }

  /**
   * An authoritative "no such name" or "no such records", with the zone's SOA (RFC 2308 §2); {@code
   * answers} holds the aliases that led there.
   */
  public static DnsResponse negative(Rcode rcode, List<RRset> answers, RRset soa) {
    return new DnsResponse(
        rcode, true, false, answers, List.of(soa), List.of(), Optional.empty(), Optional.empty());
  }

  /** The question only, with TC set. */
  public static DnsResponse truncatedReply() {
    return new DnsResponse(
        Rcode.NOERROR,
        true,
        true,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** Whether it delegates, in which case the glue in {@code additional} is not optional. */
  public boolean isReferral() {
    return !authoritative
        && answers.isEmpty()
        && authority.stream().anyMatch(set -> set.type().equals(RecordType.NS));
  }

  public DnsResponse withEdns(Edns opt) {
    return new DnsResponse(
        rcode, authoritative, truncated, answers, authority, additional, Optional.of(opt), tsig);
  }

  public DnsResponse withTsig(Tsig signature) {
    return new DnsResponse(
        rcode,
        authoritative,
        truncated,
        answers,
        authority,
        additional,
        edns,
        Optional.of(signature));
  }
}
