package io.airouter.lisp.codec;

import io.airouter.lisp.LispAddress;
import io.airouter.wire.MalformedPacketException;
import io.airouter.wire.PacketReader;

/**
 * The inner IP packet of an ECM (RFC 9301 §5.8), which must carry UDP whole: no fragments and, in
 * IPv6, no extension headers.
 *
 * @param payload the octets behind the IP header
 */
record IpPacket(LispAddress source, LispAddress destination, PacketReader payload) {
  static final int UDP = 17;

  /** The TTL or Hop Limit of what we encapsulate; it says nothing about the outer packet. */
  static final int HOP_LIMIT = 64;

  static IpPacket read(PacketReader reader) throws MalformedPacketException {
    int version = reader.duplicate().u8("inner IP version") >>> 4;
    return switch (version) {
      case 4 -> Ipv4Header.read(reader);
      case 6 -> Ipv6Header.read(reader);
      default -> throw reader.malformed("inner IP version", "is " + version);
    };
  }

  static void requireUdp(PacketReader reader, int protocol) throws MalformedPacketException {
    if (protocol != UDP) {
      throw reader.malformed("inner protocol", "is " + protocol + ", not UDP");
    }
  }
}
