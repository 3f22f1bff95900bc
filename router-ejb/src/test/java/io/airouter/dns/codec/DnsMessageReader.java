package io.airouter.dns.codec;

import io.airouter.dns.DomainName;
import io.airouter.dns.OpaqueRecordData;
import io.airouter.dns.Question;
import io.airouter.dns.RecordClass;
import io.airouter.dns.RecordData;
import io.airouter.dns.RecordType;
import io.airouter.dns.ResourceRecord;
import io.airouter.wire.MalformedPacketException;
import io.airouter.wire.PacketReader;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a reply as a client does. OPT and TSIG are given as records with opaque data, their class
 * and TTL as they stand on the wire.
 */
final class DnsMessageReader {
  private final PacketReader in;
  private final NameReader names;

  private DnsMessageReader(byte[] packet) {
    this.in = new PacketReader(packet, "RFC 1035");
    this.names = new NameReader(packet, 0, packet.length);
  }

  /** A reply with its flags as the second 16 bits of the header. */
  record Reply(
      int id,
      int flags,
      List<Question> questions,
      List<ResourceRecord> answers,
      List<ResourceRecord> authority,
      List<ResourceRecord> additional) {
    boolean truncated() {
      return (flags & 0x0200) != 0;
    }

    int headerRcode() {
      return flags & 0xf;
    }
  }

  static Reply read(byte[] packet) {
    try {
      return new DnsMessageReader(packet).reply();
    } catch (MalformedPacketException | UnknownHostException malformed) {
      throw new AssertionError(malformed);
    }
  }

  private Reply reply() throws MalformedPacketException, UnknownHostException {
    int id = in.u16("ID");
    int flags = in.u16("flags");
    int[] counts = {in.u16("QD"), in.u16("AN"), in.u16("NS"), in.u16("AR")};
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < counts[0]; i++) {
      questions.add(
          new Question(
              names.plain(in, "QNAME"),
              new RecordType(in.u16("QTYPE")),
              new RecordClass(in.u16("QCLASS"))));
    }
    Reply reply =
        new Reply(id, flags, questions, records(counts[1]), records(counts[2]), records(counts[3]));
    if (in.hasRemaining()) {
      throw in.malformed("end", "octets after the last record");
    }
    return reply;
  }

  private List<ResourceRecord> records(int count)
      throws MalformedPacketException, UnknownHostException {
    List<ResourceRecord> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      DomainName owner = names.compressed(in, "NAME");
      RecordType type = new RecordType(in.u16("TYPE"));
      RecordClass recordClass = new RecordClass(in.u16("CLASS"));
      int ttl = (int) in.u32("TTL") & Integer.MAX_VALUE;
      int length = in.u16("RDLENGTH");
      PacketReader rdata = in.slice(length, "RDATA");
      records.add(new ResourceRecord(owner, type, recordClass, ttl, rdata(type, rdata)));
      if (rdata.hasRemaining()) {
        throw rdata.malformed("RDATA", "octets left in " + type);
      }
    }
    return records;
  }

  private RecordData rdata(RecordType type, PacketReader rdata)
      throws MalformedPacketException, UnknownHostException {
    return switch (type.toString()) {
      case "A" -> new RecordData.A((Inet4Address) InetAddress.getByAddress(rest(rdata)));
      case "AAAA" -> new RecordData.AAAA((Inet6Address) InetAddress.getByAddress(rest(rdata)));
      case "NS" -> new RecordData.NS(names.compressed(rdata, "NSDNAME"));
      case "CNAME" -> new RecordData.CNAME(names.compressed(rdata, "CNAME"));
      case "PTR" -> new RecordData.PTR(names.compressed(rdata, "PTRDNAME"));
      case "SOA" -> soa(rdata);
      case "SRV" ->
          new RecordData.SRV(
              rdata.u16("priority"),
              rdata.u16("weight"),
              rdata.u16("port"),
              names.plain(rdata, "target"));
      case "TXT" -> new RecordData.TXT(strings(rdata));
      case "HINFO" -> new RecordData.HINFO(string(rdata), string(rdata));
      default -> new OpaqueRecordData(type, rest(rdata));
    };
  }

  private RecordData soa(PacketReader rdata) throws MalformedPacketException {
    return new RecordData.SOA(
        names.compressed(rdata, "MNAME"),
        names.compressed(rdata, "RNAME"),
        rdata.u32("SERIAL"),
        (int) rdata.u32("REFRESH"),
        (int) rdata.u32("RETRY"),
        (int) rdata.u32("EXPIRE"),
        (int) rdata.u32("MINIMUM"));
  }

  private static byte[] rest(PacketReader rdata) throws MalformedPacketException {
    return rdata.octets(rdata.remaining(), "RDATA");
  }

  private static List<String> strings(PacketReader rdata) throws MalformedPacketException {
    List<String> strings = new ArrayList<>();
    while (rdata.hasRemaining()) {
      strings.add(string(rdata));
    }
    return strings;
  }

  private static String string(PacketReader rdata) throws MalformedPacketException {
    return new String(rdata.octets(rdata.u8("length"), "string"), StandardCharsets.UTF_8);
  }
}
