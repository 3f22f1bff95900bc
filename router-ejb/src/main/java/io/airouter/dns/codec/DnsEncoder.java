package io.airouter.dns.codec;

import io.airouter.dns.BareReply;
import io.airouter.dns.DnsQuery;
import io.airouter.dns.DnsResponse;
import io.airouter.dns.Edns;
import io.airouter.dns.QueryHeader;
import io.airouter.dns.RRset;
import io.airouter.dns.Rcode;
import io.airouter.wire.PacketTooLargeException;
import java.util.Arrays;

/**
 * Turns what is said to a query into a reply that fits its limit. Records that are merely useful
 * are left out first, set by set; when an answer, the authority or the glue of a referral does not
 * fit, the reply has TC set and no records at all (RFC 2181 §9). Stateless, for any thread.
 */
public final class DnsEncoder {
  /** What a message can have at most, over TCP, in octets. */
  public static final int MAX_OCTETS = 0xffff;

  private static final int QR = 0x8000;
  private static final int AA = 0x0400;
  private static final int TC = 0x0200;
  private static final int RD = 0x0100;
  private static final int OPCODE_SHIFT = 11;
  private static final int ANSWER = 1;
  private static final int AUTHORITY = 2;
  private static final int ADDITIONAL = 3;

  private DnsEncoder() {}

  /**
   * The reply to {@code query}. It has an OPT record when and only when the query had one, with the
   * client's DO bit (RFC 6891 §6.1.1, §6.1.4).
   *
   * @param maxOctets what the reply may have at most, 512..65535; over UDP {@link
   *     DnsQuery#udpReplyLimit}
   */
  public static byte[] encode(DnsResponse response, DnsQuery query, int maxOctets) {
    if (maxOctets < Edns.MINIMUM_PAYLOAD_SIZE || maxOctets > MAX_OCTETS) {
      throw new IllegalArgumentException("a reply's limit of " + maxOctets + " octets");
    }
    MessageTail tail = MessageTail.of(response, query, maxOctets);
    if (response.truncated()) {
      return withoutRecords(response, query, tail);
    }
    MessageWriter message = new MessageWriter(maxOctets - tail.length());
    try {
      message.header(query.id(), flags(query.header(), tail.rcode()) | aa(response));
      message.question(query.question());
      message.count(ANSWER, message.rrsets(response.answers()));
      message.count(AUTHORITY, message.rrsets(response.authority()));
      message.count(ADDITIONAL, additional(message, response) + tail.records());
    } catch (PacketTooLargeException tooLarge) {
      return withoutRecords(response, query, tail);
    }
    return joined(message, tail);
  }

  /** A reply without records, such as a refusal. */
  public static byte[] encode(BareReply reply) {
    MessageTail tail = MessageTail.of(reply.rcode(), reply.edns());
    MessageWriter message = new MessageWriter(MAX_OCTETS);
    message.header(reply.header().id(), flags(reply.header(), tail.rcode()));
    reply.question().ifPresent(message::question);
    message.count(ADDITIONAL, tail.records());
    return joined(message, tail);
  }

  private static byte[] withoutRecords(DnsResponse response, DnsQuery query, MessageTail tail) {
    MessageWriter message = new MessageWriter(MAX_OCTETS);
    message.header(query.id(), flags(query.header(), tail.rcode()) | aa(response) | TC);
    message.question(query.question());
    message.count(ADDITIONAL, tail.records());
    return joined(message, tail);
  }

  /** Writes the sets that fit, in their order, and says how many records they were. */
  private static int additional(MessageWriter message, DnsResponse response) {
    int records = 0;
    for (RRset set : response.additional()) {
      int before = message.length();
      try {
        records += message.rrset(set);
      } catch (PacketTooLargeException tooLarge) {
        if (response.isReferral()) {
          throw tooLarge;
        }
        message.cut(before);
        return records;
      }
    }
    return records;
  }

  private static byte[] joined(MessageWriter message, MessageTail tail) {
    byte[] octets = Arrays.copyOf(message.toByteArray(), message.length() + tail.length());
    tail.copyTo(octets, message.length());
    return octets;
  }

  /**
   * RA and AD are never set; CD is cleared, as an authoritative answer should (RFC 4035 §3.1.6).
   */
  private static int flags(QueryHeader header, Rcode rcode) {
    return QR
        | header.opcode().code() << OPCODE_SHIFT
        | (header.recursionDesired() ? RD : 0)
        | rcode.headerBits();
  }

  private static int aa(DnsResponse response) {
    return response.authoritative() ? AA : 0;
  }
}
