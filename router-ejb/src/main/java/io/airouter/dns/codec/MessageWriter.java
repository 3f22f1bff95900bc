package io.airouter.dns.codec;

import io.airouter.dns.DomainName;
import io.airouter.dns.OpaqueRecordData;
import io.airouter.dns.Question;
import io.airouter.dns.RRset;
import io.airouter.dns.RecordData;
import io.airouter.wire.PacketWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes the parts of one message in their order, from header to records (RFC 1035 §4.1). */
final class MessageWriter {
  private final PacketWriter out;
  private final NameWriter names;

  MessageWriter(int maxOctets) {
    this.out = new PacketWriter(maxOctets);
    this.names = new NameWriter(out);
  }

  /** The header, with counts of 0 until {@link #count} sets them. */
  void header(int id, int flags) {
    out.u16(id).u16(flags).u64(0);
  }

  /** Sets the count of a section: 0 question, 1 answer, 2 authority, 3 additional. */
  void count(int section, int records) {
    out.patchU16(4 + 2 * section, records);
  }

  void question(Question question) {
    names.compressed(question.name());
    out.u16(question.type().code()).u16(question.recordClass().code());
    count(0, 1);
  }

  int length() {
    return out.length();
  }

  /** Takes back what stands after {@code length}; nothing may be written any more. */
  void cut(int length) {
    out.truncate(length);
  }

  byte[] toByteArray() {
    return out.toByteArray();
  }

  /** Writes the sets and says how many records they were. */
  int rrsets(List<RRset> sets) {
    int records = 0;
    for (RRset set : sets) {
      records += rrset(set);
    }
    return records;
  }

  /** Writes the set and says how many records it was. */
  int rrset(RRset set) {
    for (RecordData data : set.records()) {
      names.compressed(set.name());
      out.u16(set.type().code()).u16(set.recordClass().code()).u32(set.ttlSeconds());
      int rdlength = out.length();
      out.u16(0);
      rdata(data);
      out.patchU16(rdlength, out.length() - rdlength - 2);
    }
    return set.records().size();
  }

  private void rdata(RecordData data) {
    switch (data) {
      case RecordData.A a -> out.octets(a.address().getAddress());
      case RecordData.AAAA aaaa -> out.octets(aaaa.address().getAddress());
      case RecordData.NS(DomainName server) -> names.compressed(server);
      case RecordData.CNAME(DomainName canonicalName) -> names.compressed(canonicalName);
      case RecordData.PTR(DomainName target) -> names.compressed(target);
      case RecordData.SOA soa -> soa(soa);
      case RecordData.SRV srv -> srv(srv);
      case RecordData.TXT(List<String> strings) -> strings.forEach(this::characterString);
      case RecordData.HINFO hinfo -> {
        characterString(hinfo.cpu());
        characterString(hinfo.os());
      }
      case OpaqueRecordData opaque -> out.octets(opaque.octets());
    }
  }

  private void soa(RecordData.SOA soa) {
    names.compressed(soa.primary());
    names.compressed(soa.mailbox());
    out.u32(soa.serial()).u32(soa.refresh()).u32(soa.retry());
    out.u32(soa.expire()).u32(soa.minimum());
  }

  private void srv(RecordData.SRV srv) {
    out.u16(srv.priority()).u16(srv.weight()).u16(srv.port());
    names.plain(srv.target());
  }

  private void characterString(String text) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    out.u8(octets.length).octets(octets);
  }
}
