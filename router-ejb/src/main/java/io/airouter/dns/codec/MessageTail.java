package io.airouter.dns.codec;

import io.airouter.dns.DnsQuery;
import io.airouter.dns.DnsResponse;
import io.airouter.dns.Edns;
import io.airouter.dns.EdnsOption;
import io.airouter.dns.Rcode;
import io.airouter.dns.RecordClass;
import io.airouter.dns.RecordType;
import io.airouter.dns.Tsig;
import io.airouter.wire.PacketWriter;
import java.util.List;
import java.util.Optional;

/**
 * The records that end a reply: OPT, then TSIG. They are made first, since their room is reserved
 * before anything else is written; they hold no pointers, so they stand anywhere.
 */
final class MessageTail {
  private static final int DO = 0x8000;
  private static final int QUESTION_FIXED_OCTETS = 4;

  private final Rcode rcode;
  private final byte[] octets;
  private final int records;

  private MessageTail(Rcode rcode, Optional<Edns> edns, Optional<Tsig> tsig) {
    // Without OPT the upper bits of an extended code have no place; the lower alone would lie.
    this.rcode = edns.isEmpty() && rcode.extendedBits() != 0 ? Rcode.SERVFAIL : rcode;
    PacketWriter out = new PacketWriter(DnsEncoder.MAX_OCTETS);
    edns.ifPresent(opt -> writeOpt(out, opt, rcode));
    tsig.ifPresent(signature -> writeTsig(out, signature));
    this.octets = out.toByteArray();
    this.records = (edns.isPresent() ? 1 : 0) + (tsig.isPresent() ? 1 : 0);
  }

  static MessageTail of(Rcode rcode, Optional<Edns> edns) {
    return new MessageTail(rcode, edns, Optional.empty());
  }

  /** The tail of a reply; what would push the question over the limit is left out. */
  static MessageTail of(DnsResponse response, DnsQuery query, int maxOctets) {
    Optional<Edns> edns = query.edns().map(asked -> replyEdns(response, asked));
    int room =
        maxOctets
            - DnsDecoder.HEADER_OCTETS
            - query.question().name().wireLength()
            - QUESTION_FIXED_OCTETS;
    MessageTail whole = new MessageTail(response.rcode(), edns, response.tsig());
    if (whole.length() <= room) {
      return whole;
    }
    Optional<Edns> bare = edns.map(Edns::withoutOptions);
    MessageTail shorter = new MessageTail(response.rcode(), bare, response.tsig());
    return shorter.length() <= room
        ? shorter
        : new MessageTail(response.rcode(), bare, Optional.empty());
  }

  private static Edns replyEdns(DnsResponse response, Edns asked) {
    return response
        .edns()
        .map(opt -> new Edns(opt.udpPayloadSize(), 0, asked.dnssecOk(), opt.options()))
        .orElseGet(() -> Edns.ofServer(asked.dnssecOk(), List.of()));
  }

  /** The code whose lower bits stand in the header. */
  Rcode rcode() {
    return rcode;
  }

  int records() {
    return records;
  }

  int length() {
    return octets.length;
  }

  void copyTo(byte[] message, int offset) {
    System.arraycopy(octets, 0, message, offset, octets.length);
  }

  private static void writeOpt(PacketWriter out, Edns opt, Rcode rcode) {
    out.u8(0).u16(RecordType.OPT.code()).u16(opt.udpPayloadSize());
    out.u8(rcode.extendedBits()).u8(opt.version()).u16(opt.dnssecOk() ? DO : 0);
    int rdlength = out.length();
    out.u16(0);
    for (EdnsOption option : opt.options()) {
      byte[] value = option.octets();
      out.u16(option.code()).u16(value.length).octets(value);
    }
    out.patchU16(rdlength, out.length() - rdlength - 2);
  }

  private static void writeTsig(PacketWriter out, Tsig tsig) {
    out.octets(tsig.keyName().toWire());
    out.u16(RecordType.TSIG.code()).u16(RecordClass.ANY.code()).u32(0);
    int rdlength = out.length();
    out.u16(0).octets(tsig.algorithm().toWire());
    out.u16((int) (tsig.timeSigned() >>> 32)).u32(tsig.timeSigned() & 0xffff_ffffL);
    out.u16(tsig.fudge()).u16(tsig.mac().length).octets(tsig.mac());
    out.u16(tsig.originalId()).u16(tsig.error());
    out.u16(tsig.other().length).octets(tsig.other());
    out.patchU16(rdlength, out.length() - rdlength - 2);
  }
}
