package io.airouter.lisp.codec;

import io.airouter.lisp.Ipv4Address;
import io.airouter.wire.MalformedPacketException;
import io.airouter.wire.PacketReader;
import io.airouter.wire.PacketWriter;

/** The inner IPv4 header of an ECM (RFC 791 §3.1). */
final class Ipv4Header {
  static final int MIN_LENGTH = 20;

  private static final int FRAGMENT = 0x3fff;
  private static final int VERSION_AND_MIN_LENGTH = 0x45;
  private static final int CHECKSUM_OFFSET = 10;

  private Ipv4Header() {}

  static IpPacket read(PacketReader reader) throws MalformedPacketException {
    PacketReader whole = reader.duplicate();
    int headerLength = (reader.u8("inner IHL") & 0xf) * 4;
    reader.skip(1, "inner TOS");
    int totalLength = reader.u16("inner total length");
    if (headerLength < MIN_LENGTH
        || totalLength < headerLength
        || totalLength > whole.remaining()) {
      throw reader.malformed(
          "inner total length", totalLength + " with a header of " + headerLength);
    }
    reader.skip(2, "inner identification");
    if ((reader.u16("inner fragment offset") & FRAGMENT) != 0) {
      throw reader.malformed("inner fragment offset", "a fragment");
    }
    reader.skip(1, "inner TTL");
    IpPacket.requireUdp(reader, reader.u8("inner protocol"));
    int checksum = reader.u16("inner header checksum");
    Ipv4Address source = new Ipv4Address((int) reader.u32("inner source"));
    Ipv4Address destination = new Ipv4Address((int) reader.u32("inner destination"));
    byte[] header = whole.octets(headerLength, "inner IPv4 header");
    if (checksum != 0 && new InternetChecksum().add(header, 0, headerLength).value() != 0) {
      throw reader.malformed("inner header checksum", "is wrong");
    }
    return new IpPacket(
        source, destination, whole.slice(totalLength - headerLength, "inner payload"));
  }

  static void write(
      PacketWriter writer, Ipv4Address source, Ipv4Address destination, int payloadLength) {
    PacketWriter header = new PacketWriter(MIN_LENGTH);
    header
        .u8(VERSION_AND_MIN_LENGTH)
        .u8(0)
        .u16(MIN_LENGTH + payloadLength)
        .u32(0)
        .u8(IpPacket.HOP_LIMIT)
        .u8(IpPacket.UDP)
        .u16(0)
        .u32(Integer.toUnsignedLong(source.bits()))
        .u32(Integer.toUnsignedLong(destination.bits()));
    int checksum = new InternetChecksum().add(header.toByteArray(), 0, MIN_LENGTH).value();
    writer.octets(header.patchU16(CHECKSUM_OFFSET, checksum).toByteArray());
  }
}
