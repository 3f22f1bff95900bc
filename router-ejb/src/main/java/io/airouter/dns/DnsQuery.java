package io.airouter.dns;

import java.util.Objects;
import java.util.Optional;

/**
 * A well-formed request with its one question (RFC 9619). The question's name keeps the octets of
 * the packet, so the reply echoes them byte for byte.
 */
public record DnsQuery(
    int id,
    Opcode opcode,
    boolean recursionDesired,
    boolean checkingDisabled,
    Question question,
    Optional<Edns> edns,
    Optional<Tsig> tsig) {
  public DnsQuery {
    Codes.requireU16(id, "ID");
    Objects.requireNonNull(opcode);
    Objects.requireNonNull(question);
    Objects.requireNonNull(edns);
    Objects.requireNonNull(tsig);
  }

  /** A standard query without EDNS. */
  public static DnsQuery of(int id, Question question) {
    return new DnsQuery(
        id, Opcode.QUERY, false, false, question, Optional.empty(), Optional.empty());
  }

  public QueryHeader header() {
    return new QueryHeader(id, opcode, recursionDesired, checkingDisabled);
  }

  public boolean dnssecOk() {
    return edns.isPresent() && edns.get().dnssecOk();
  }

  /**
   * The largest UDP reply in octets: 512 without EDNS, else what the client takes, at least 512 and
   * at most {@code serverMaximum} (RFC 6891 §6.2.5).
   */
  public int udpReplyLimit(int serverMaximum) {
    int offered = edns.map(Edns::udpPayloadSize).orElse(Edns.MINIMUM_PAYLOAD_SIZE);
    int wanted = Math.max(offered, Edns.MINIMUM_PAYLOAD_SIZE);
    return Math.max(Edns.MINIMUM_PAYLOAD_SIZE, Math.min(wanted, serverMaximum));
  }
}
