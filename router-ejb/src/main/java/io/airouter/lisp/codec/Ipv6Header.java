package io.airouter.lisp.codec;

import io.airouter.lisp.Ipv6Address;
import io.airouter.wire.MalformedPacketException;
import io.airouter.wire.PacketReader;
import io.airouter.wire.PacketWriter;

/** The inner IPv6 header of an ECM (RFC 8200 §3). */
final class Ipv6Header {
  private static final long VERSION = 0x6000_0000L;

  private Ipv6Header() {}

  static IpPacket read(PacketReader reader) throws MalformedPacketException {
    reader.skip(4, "inner IPv6 version, class and flow");
    int payloadLength = reader.u16("inner payload length");
    IpPacket.requireUdp(reader, reader.u8("inner next header"));
    reader.skip(1, "inner hop limit");
    Ipv6Address source = readAddress(reader, "inner source");
    Ipv6Address destination = readAddress(reader, "inner destination");
    return new IpPacket(source, destination, reader.slice(payloadLength, "inner payload"));
  }

  private static Ipv6Address readAddress(PacketReader reader, String field)
      throws MalformedPacketException {
    return new Ipv6Address(reader.u64(field), reader.u64(field));
  }

  static void write(
      PacketWriter writer, Ipv6Address source, Ipv6Address destination, int payloadLength) {
    writer
        .u32(VERSION)
        .u16(payloadLength)
        .u8(IpPacket.UDP)
        .u8(IpPacket.HOP_LIMIT)
        .u64(source.high())
        .u64(source.low())
        .u64(destination.high())
        .u64(destination.low());
  }
}
