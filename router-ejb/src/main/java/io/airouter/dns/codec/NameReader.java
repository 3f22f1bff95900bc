package io.airouter.dns.codec;

import io.airouter.dns.DomainName;
import io.airouter.wire.MalformedPacketException;
import io.airouter.wire.PacketReader;
import java.util.Arrays;

/**
 * Reads domain names of one message (RFC 1035 §3.1, §4.1.4). A compression pointer must lead to
 * octets before the labels it ends, so that following pointers comes to an end in any packet.
 */
final class NameReader {
  private static final String SECTION = "RFC 1035 §4.1.4";
  private static final int POINTER = 0xc0;

  private final byte[] packet;
  private final int start;
  private final int end;

  NameReader(byte[] packet, int offset, int length) {
    this.packet = packet;
    this.start = offset;
    this.end = offset + length;
  }

  /** A name in which no pointer is allowed, such as a question's. */
  DomainName plain(PacketReader in, String field) throws MalformedPacketException {
    return read(in, field, false);
  }

  /** A name that may end in a pointer. */
  DomainName compressed(PacketReader in, String field) throws MalformedPacketException {
    return read(in, field, true);
  }

  /** Moves past a name without following its pointer; the result reads just its octets. */
  PacketReader skip(PacketReader in) throws MalformedPacketException {
    int from = in.position();
    int length = in.u8("NAME");
    while (length != 0 && length < POINTER) {
      requireLabel(in, "NAME", length);
      in.skip(length, "NAME");
      length = in.u8("NAME");
    }
    if (length >= POINTER) {
      pointerTarget(in, length, "NAME", from);
    }
    if (in.position() - from > DomainName.MAX_OCTETS) {
      throw in.malformed("NAME", "longer than 255 octets");
    }
    return new PacketReader(packet, from, in.position() - from, SECTION);
  }

  private DomainName read(PacketReader in, String field, boolean pointers)
      throws MalformedPacketException {
    byte[] wire = new byte[DomainName.MAX_OCTETS];
    int size = 0;
    int segment = in.position();
    PacketReader cursor = in;
    int length = cursor.u8(field);
    while (length != 0) {
      if (length >= POINTER && pointers) {
        segment = pointerTarget(cursor, length, field, segment);
        cursor = new PacketReader(packet, segment, end - segment, SECTION);
      } else {
        requireLabel(cursor, field, length);
        if (size + length + 2 > DomainName.MAX_OCTETS) {
          throw cursor.malformed(field, "longer than 255 octets");
        }
        wire[size++] = (byte) length;
        System.arraycopy(cursor.octets(length, field), 0, wire, size, length);
        size += length;
      }
      length = cursor.u8(field);
    }
    return DomainName.ofWire(Arrays.copyOf(wire, size + 1));
  }

  private int pointerTarget(PacketReader cursor, int length, String field, int segment)
      throws MalformedPacketException {
    int target = start + ((length & 0x3f) << 8 | cursor.u8(field));
    if (target >= segment || target < start + DnsDecoder.HEADER_OCTETS) {
      throw cursor.malformed(field, "a pointer to octet " + target);
    }
    return target;
  }

  private static void requireLabel(PacketReader cursor, String field, int length)
      throws MalformedPacketException {
    if (length > DomainName.MAX_LABEL_OCTETS) {
      throw cursor.malformed(field, "label type 0x" + Integer.toHexString(length & POINTER));
    }
  }
}
