package io.airouter.dns.codec;

import io.airouter.dns.DomainName;
import io.airouter.dns.EdnsOption;
import io.airouter.wire.PacketWriter;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Packets of the tests: from commented hex, or field by field where a codec would refuse. */
final class Packets {
  static final int ID = 0x2b07;
  static final DomainName MODEL = DomainName.parse("gpt-4.ai-workload.internal");
  static final byte[] NOTHING = {};

  private Packets() {}

  /** Hex digits with any spaces; what follows a semicolon on a line says which field it is. */
  static byte[] hex(String commented) {
    String digits =
        commented.lines().map(line -> line.replaceAll(";.*|\\s", "")).collect(Collectors.joining());
    return HexFormat.of().parseHex(digits);
  }

  /** A header with its four counts, from QDCOUNT to ARCOUNT. */
  static byte[] header(int flags, int... counts) {
    PacketWriter header = new PacketWriter(12).u16(ID).u16(flags);
    for (int count : counts) {
      header.u16(count);
    }
    return header.toByteArray();
  }

  static byte[] question(DomainName name, int type, int recordClass) {
    return join(name.toWire(), u16(type), u16(recordClass));
  }

  /** A query for {@link #MODEL} A IN with these additional records. */
  static byte[] query(int additionals, byte[]... records) {
    return join(header(0, 1, 0, 0, additionals), question(MODEL, 1, 1), join(records));
  }

  static byte[] opt(int payloadSize, int version, int flags, EdnsOption... options) {
    PacketWriter rdata = new PacketWriter(0xffff);
    for (EdnsOption option : options) {
      rdata.u16(option.code()).u16(option.octets().length).octets(option.octets());
    }
    return join(
        hex("00 0029 ; owner and type"),
        u16(payloadSize),
        new byte[] {0, (byte) version},
        u16(flags),
        u16(rdata.length()),
        rdata.toByteArray());
  }

  /** A record with a TTL of 0. */
  static byte[] record(byte[] owner, int type, int recordClass, byte[] rdata) {
    byte[] ttl = new byte[4];
    return join(owner, u16(type), u16(recordClass), ttl, u16(rdata.length), rdata);
  }

  static byte[] tsig(String key) {
    byte[] rdata =
        join(
            DomainName.parse("hmac-sha256").toWire(),
            hex("0000 65a0bc00 ; time signed"),
            hex("012c 0000 2b07 0000 0000 ; fudge, MAC size, original ID, error, other length"));
    return record(DomainName.parse(key).toWire(), 250, 255, rdata);
  }

  static byte[] u16(int value) {
    return new byte[] {(byte) (value >>> 8), (byte) value};
  }

  static byte[] join(byte[]... parts) {
    PacketWriter whole = new PacketWriter(0xffff);
    List.of(parts).forEach(whole::octets);
    return whole.toByteArray();
  }
}
