package io.airouter.dns.codec;

import io.airouter.dns.BareReply;
import io.airouter.dns.DnsQuery;
import io.airouter.dns.DomainName;
import io.airouter.dns.Edns;
import io.airouter.dns.EdnsOption;
import io.airouter.dns.Opcode;
import io.airouter.dns.QueryHeader;
import io.airouter.dns.Question;
import io.airouter.dns.Rcode;
import io.airouter.dns.RecordClass;
import io.airouter.dns.RecordType;
import io.airouter.dns.Tsig;
import io.airouter.dns.codec.DecodedMessage.CookieRequest;
import io.airouter.dns.codec.DecodedMessage.Query;
import io.airouter.dns.codec.DecodedMessage.Refusal;
import io.airouter.wire.MalformedPacketException;
import io.airouter.wire.PacketReader;
import java.util.List;
import java.util.Optional;

/**
 * Reads one request from front to back and remembers what it has understood, so that a refusal
 * repeats that much. One reader reads one packet, on one thread.
 */
final class RequestReader {
  private final PacketReader in;
  private final NameReader names;
  private final QueryHeader header;
  private Optional<Question> question = Optional.empty();
  private Optional<Edns> edns = Optional.empty();
  private Optional<Tsig> tsig = Optional.empty();

  /** Reads a packet that is known to hold a whole header. */
  RequestReader(byte[] packet, int offset, int length) {
    this.in = new PacketReader(packet, offset, length, "RFC 1035 §4.1");
    this.names = new NameReader(packet, offset, length);
    this.header =
        new QueryHeader(
            (packet[offset] & 0xff) << 8 | (packet[offset + 1] & 0xff),
            new Opcode(packet[offset + 2] >>> 3 & 0xf),
            (packet[offset + 2] & 0x01) != 0,
            (packet[offset + 3] & 0x10) != 0);
  }

  DecodedMessage read() throws MalformedPacketException {
    if (!header.opcode().equals(Opcode.QUERY)) {
      // What follows the header of another opcode need not be sections: zero counts (RFC 8490
      // §5.4).
      return refusal(Rcode.NOTIMP, "opcode " + header.opcode());
    }
    in.skip(4, "ID and flags");
    int questions = in.u16("QDCOUNT");
    int answers = in.u16("ANCOUNT");
    int authorities = in.u16("NSCOUNT");
    int additionals = in.u16("ARCOUNT");
    if (questions > 1) {
      return refusal(Rcode.FORMERR, "QDCOUNT " + questions + " (RFC 9619)");
    }
    if (questions == 1) {
      question = Optional.of(readQuestion());
    }
    readOrdinary(answers);
    readOrdinary(authorities);
    readAdditional(additionals);
    return decided();
  }

  /** A refusal that repeats what was understood so far. */
  Refusal refusal(Rcode rcode, String reason) {
    return new Refusal(new BareReply(header, rcode, question, replyEdns()), reason);
  }

  private DecodedMessage decided() {
    if (edns.isPresent() && edns.get().version() != 0) {
      return refusal(Rcode.BADVERS, "EDNS version " + edns.get().version() + " (RFC 6891 §6.1.3)");
    }
    if (question.isPresent()) {
      return new Query(
          new DnsQuery(
              header.id(),
              header.opcode(),
              header.recursionDesired(),
              header.checkingDisabled(),
              question.get(),
              edns,
              tsig));
    }
    if (edns.flatMap(opt -> opt.option(EdnsOption.COOKIE)).isPresent()) {
      return new CookieRequest(header, edns.get());
    }
    return refusal(Rcode.FORMERR, "QDCOUNT 0 (RFC 9619)");
  }

  private Optional<Edns> replyEdns() {
    return edns.map(opt -> Edns.ofServer(opt.dnssecOk(), List.of()));
  }

  private Question readQuestion() throws MalformedPacketException {
    return new Question(
        names.plain(in, "QNAME"),
        new RecordType(in.u16("QTYPE")),
        new RecordClass(in.u16("QCLASS")));
  }

  /** The Answer and Authority sections, which say nothing in a query but have to be well-formed. */
  private void readOrdinary(int count) throws MalformedPacketException {
    for (int i = 0; i < count; i++) {
      names.skip(in);
      int type = in.u16("TYPE");
      if (type == RecordType.OPT.code() || type == RecordType.TSIG.code()) {
        throw in.malformed("TYPE", new RecordType(type) + " outside the Additional section");
      }
      in.skip(6, "CLASS and TTL");
      in.skip(in.u16("RDLENGTH"), "RDATA");
    }
  }

  private void readAdditional(int count) throws MalformedPacketException {
    for (int i = 0; i < count; i++) {
      PacketReader owner = names.skip(in);
      int type = in.u16("TYPE");
      if (type == RecordType.OPT.code()) {
        readOpt(owner);
      } else if (type == RecordType.TSIG.code()) {
        readTsig(owner, i == count - 1);
      } else {
        in.skip(6, "CLASS and TTL");
        in.skip(in.u16("RDLENGTH"), "RDATA");
      }
    }
  }

  private void readOpt(PacketReader owner) throws MalformedPacketException {
    if (owner.remaining() != 1) {
      throw in.malformed("NAME", "the owner of OPT is the root (RFC 6891 §6.1.2)");
    }
    if (edns.isPresent()) {
      throw in.malformed("TYPE", "a second OPT record (RFC 6891 §6.1.1)");
    }
    OptReader opt = new OptReader(in);
    edns = Optional.of(opt.fixedPart());
    edns = Optional.of(opt.withOptions());
  }

  private void readTsig(PacketReader owner, boolean last) throws MalformedPacketException {
    if (!last) {
      throw in.malformed("TYPE", "TSIG is not the last record (RFC 8945 §5.1)");
    }
    DomainName keyName = names.compressed(owner, "NAME");
    if (in.u16("CLASS") != RecordClass.ANY.code() || in.u32("TTL") != 0) {
      throw in.malformed("CLASS", "TSIG has class ANY and TTL 0 (RFC 8945 §4.2)");
    }
    PacketReader body = in.slice(in.u16("RDLENGTH"), "RDATA");
    tsig = Optional.of(readTsig(keyName, body));
  }

  private Tsig readTsig(DomainName keyName, PacketReader body) throws MalformedPacketException {
    DomainName algorithm = names.plain(body, "algorithm name");
    long timeSigned = (long) body.u16("time signed") << 32 | body.u32("time signed");
    int fudge = body.u16("fudge");
    byte[] mac = body.octets(body.u16("MAC size"), "MAC");
    int originalId = body.u16("original ID");
    int error = body.u16("error");
    byte[] other = body.octets(body.u16("other length"), "other");
    if (body.hasRemaining()) {
      throw body.malformed("RDLENGTH", "octets after the end of TSIG (RFC 8945 §4.2)");
    }
    return new Tsig(keyName, algorithm, timeSigned, fudge, mac, originalId, error, other);
  }
}
