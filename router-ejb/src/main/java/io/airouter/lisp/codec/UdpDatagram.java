package io.airouter.lisp.codec;

import io.airouter.lisp.EncapsulatedControlMessage.InnerHeaders;
import io.airouter.lisp.Ipv4Address;
import io.airouter.lisp.Ipv6Address;
import io.airouter.lisp.LispAddress;
import io.airouter.wire.MalformedPacketException;
import io.airouter.wire.PacketReader;
import io.airouter.wire.PacketWriter;

/**
 * The inner UDP datagram of an ECM (RFC 9301 §5.8). We send a checksum, as the RFC demands; a
 * received 0 is taken as "not computed", since the outer checksum covers the same octets.
 *
 * @param headers addresses and ports
 * @param payload the control message
 */
record UdpDatagram(InnerHeaders headers, PacketReader payload) {
  private static final int HEADER_LENGTH = 8;
  private static final int CHECKSUM_OFFSET = 6;

  /** The LISP data port, which neither inner port may be. */
  private static final int LISP_DATA = 4341;

  static UdpDatagram read(IpPacket ip) throws MalformedPacketException {
    PacketReader reader = ip.payload();
    PacketReader whole = reader.duplicate();
    int sourcePort = reader.u16("inner source port");
    int destinationPort = reader.u16("inner destination port");
    if (sourcePort == LISP_DATA || destinationPort == LISP_DATA) {
      throw reader.malformed("inner UDP port", "is 4341");
    }
    int length = reader.u16("inner UDP length");
    if (length < HEADER_LENGTH || length > whole.remaining()) {
      throw reader.malformed("inner UDP length", length + " of " + whole.remaining());
    }
    int checksum = reader.u16("inner UDP checksum");
    InnerHeaders headers =
        new InnerHeaders(ip.source(), ip.destination(), sourcePort, destinationPort);
    byte[] datagram = whole.octets(length, "inner UDP datagram");
    if (checksum != 0 && checksum(headers, datagram) != 0) {
      throw reader.malformed("inner UDP checksum", "is wrong");
    }
    return new UdpDatagram(headers, reader.slice(length - HEADER_LENGTH, "inner payload"));
  }

  /** Writes IP header, UDP header and {@code message}. */
  static void write(PacketWriter writer, InnerHeaders headers, byte[] message) {
    int length = HEADER_LENGTH + message.length;
    PacketWriter udp = new PacketWriter(length);
    udp.u16(headers.sourcePort()).u16(headers.destinationPort()).u16(length).u16(0);
    udp.octets(message);
    int checksum = checksum(headers, udp.toByteArray());
    udp.patchU16(CHECKSUM_OFFSET, checksum == 0 ? 0xffff : checksum);
    if (headers.source() instanceof Ipv4Address source
        && headers.destination() instanceof Ipv4Address destination) {
      Ipv4Header.write(writer, source, destination, length);
    } else {
      Ipv6Header.write(
          writer, (Ipv6Address) headers.source(), (Ipv6Address) headers.destination(), length);
    }
    writer.octets(udp.toByteArray());
  }

  private static int checksum(InnerHeaders headers, byte[] datagram) {
    InternetChecksum checksum = new InternetChecksum();
    addAddress(checksum, headers.source());
    addAddress(checksum, headers.destination());
    return checksum
        .add(IpPacket.UDP)
        .add(datagram.length)
        .add(datagram, 0, datagram.length)
        .value();
  }

  private static void addAddress(InternetChecksum checksum, LispAddress address) {
    switch (address) {
      case Ipv4Address v4 -> checksum.add(v4.bits());
      case Ipv6Address v6 ->
          checksum
              .add((int) (v6.high() >>> 32))
              .add((int) v6.high())
              .add((int) (v6.low() >>> 32))
              .add((int) v6.low());
      default -> throw new IllegalArgumentException("not an IP address: " + address);
    }
  }
}
