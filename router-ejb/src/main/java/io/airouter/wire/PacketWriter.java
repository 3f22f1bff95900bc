package io.airouter.wire;

import java.util.Arrays;
import java.util.Objects;

/**
 * Collects the octets of one packet, big-endian, up to a fixed limit. A value that does not fit its
 * field or a packet past the limit is a bug or a policy of the caller, hence unchecked: {@link
 * IllegalArgumentException} and {@link PacketTooLargeException}. Not thread safe.
 */
public final class PacketWriter {
  private static final int FIRST_CAPACITY = 128;

  private final int limit;
  private byte[] octets;
  private int length;

  /** A packet of at most {@code limit} octets. */
  public PacketWriter(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit " + limit);
    }
    this.limit = limit;
    this.octets = new byte[Math.min(limit, FIRST_CAPACITY)];
  }

  public int length() {
    return length;
  }

  public PacketWriter u8(int value) {
    ensure(1);
    octets[length++] = (byte) checked(value, 0xff);
    return this;
  }

  public PacketWriter u16(int value) {
    checked(value, 0xffff);
    ensure(2);
    octets[length++] = (byte) (value >>> 8);
    octets[length++] = (byte) value;
    return this;
  }

  public PacketWriter u32(long value) {
    checked(value, 0xffff_ffffL);
    return u16((int) (value >>> 16)).u16((int) (value & 0xffff));
  }

  /** 64 bits as they stand. */
  public PacketWriter u64(long value) {
    return u32(value >>> 32).u32(value & 0xffff_ffffL);
  }

  public PacketWriter octets(byte[] source) {
    return octets(source, 0, source.length);
  }

  public PacketWriter octets(byte[] source, int offset, int count) {
    Objects.checkFromIndexSize(offset, count, source.length);
    ensure(count);
    System.arraycopy(source, offset, octets, length, count);
    length += count;
    return this;
  }

  /** Overwrites 16 bits written before, such as a count or a length known only later. */
  public PacketWriter patchU16(int offset, int value) {
    Objects.checkFromIndexSize(offset, 2, length);
    checked(value, 0xffff);
    octets[offset] = (byte) (value >>> 8);
    octets[offset + 1] = (byte) value;
    return this;
  }

  /** Overwrites octets written before, such as authentication data computed over the rest. */
  public PacketWriter patch(int offset, byte[] replacement) {
    Objects.checkFromIndexSize(offset, replacement.length, length);
    System.arraycopy(replacement, 0, octets, offset, replacement.length);
    return this;
  }

  /** Forgets what was written after {@code newLength}, such as a record that did not fit. */
  public PacketWriter truncate(int newLength) {
    Objects.checkIndex(newLength, length + 1);
    length = newLength;
    return this;
  }

  public byte[] toByteArray() {
    return Arrays.copyOf(octets, length);
  }

  private void ensure(int count) {
    if (count > limit - length) {
      throw new PacketTooLargeException(limit);
    }
    if (length + count > octets.length) {
      octets = Arrays.copyOf(octets, Math.min(limit, Math.max(octets.length * 2, length + count)));
    }
  }

  private static long checked(long value, long max) {
    if (value < 0 || value > max) {
      throw new IllegalArgumentException(value + " does not fit 0.." + max);
    }
    return value;
  }
}
