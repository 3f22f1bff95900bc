package io.airouter.wire;

import java.util.Objects;

/**
 * A cursor over the octets of one packet, big-endian, which never reads past its end: each read
 * checks first and a short packet is a {@link MalformedPacketException}. All integers are unsigned.
 *
 * <p>Offsets are absolute, from the start of the array, also in a {@link #slice}, so that an error
 * names the octet in the datagram. Not thread safe; one reader serves one packet.
 */
public final class PacketReader {
  private final byte[] octets;
  private final int end;
  private final String section;
  private int position;

  /** Reads all of {@code packet}; {@code section} names the RFC in errors of this reader. */
  public PacketReader(byte[] packet, String section) {
    this(packet, 0, packet.length, section);
  }

  /** Reads {@code length} octets of {@code packet} from {@code offset}. The array is not copied. */
  public PacketReader(byte[] packet, int offset, int length, String section) {
    Objects.checkFromIndexSize(offset, length, packet.length);
    this.octets = packet;
    this.position = offset;
    this.end = offset + length;
    this.section = Objects.requireNonNull(section);
  }

  public int position() {
    return position;
  }

  public int remaining() {
    return end - position;
  }

  public boolean hasRemaining() {
    return position < end;
  }

  /** An unsigned octet, 0..255. */
  public int u8(String field) throws MalformedPacketException {
    require(1, field);
    return octets[position++] & 0xff;
  }

  /** An unsigned 16-bit integer, 0..65535. */
  public int u16(String field) throws MalformedPacketException {
    require(2, field);
    int value = (octets[position] & 0xff) << 8 | (octets[position + 1] & 0xff);
    position += 2;
    return value;
  }

  /** An unsigned 32-bit integer, 0..2^32-1. */
  public long u32(String field) throws MalformedPacketException {
    require(4, field);
    return (long) u16(field) << 16 | u16(field);
  }

  /** 64 bits as they stand (a nonce); compare with {@link Long#compareUnsigned}. */
  public long u64(String field) throws MalformedPacketException {
    require(8, field);
    return u32(field) << 32 | u32(field);
  }

  /** The next {@code count} octets, copied. */
  public byte[] octets(int count, String field) throws MalformedPacketException {
    require(count, field);
    byte[] copy = new byte[count];
    System.arraycopy(octets, position, copy, 0, count);
    position += count;
    return copy;
  }

  public void skip(int count, String field) throws MalformedPacketException {
    require(count, field);
    position += count;
  }

  /** A reader of the next {@code count} octets only; this one moves past them. */
  public PacketReader slice(int count, String field) throws MalformedPacketException {
    require(count, field);
    PacketReader inner = new PacketReader(octets, position, count, section);
    position += count;
    return inner;
  }

  /** A reader of the same octets from here on, which moves on its own: to look ahead. */
  public PacketReader duplicate() {
    return new PacketReader(octets, position, end - position, section);
  }

  /** The exception for a rule broken at the cursor, in this reader's RFC section. */
  public MalformedPacketException malformed(String field, String reason) {
    return new MalformedPacketException(position, field, section, reason);
  }

  private void require(int count, String field) throws MalformedPacketException {
    if (count < 0 || count > end - position) {
      throw malformed(field, "needs " + count + " octets, " + (end - position) + " left");
    }
  }
}
