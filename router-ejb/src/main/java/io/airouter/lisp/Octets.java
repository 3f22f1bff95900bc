package io.airouter.lisp;

import java.util.Arrays;
import java.util.HexFormat;

/** A fixed sequence of octets with value equality; the array never leaves, so it cannot change. */
public final class Octets implements Comparable<Octets> {
  /** No octets at all. */
  public static final Octets EMPTY = new Octets(new byte[0]);

  private final byte[] octets;

  private Octets(byte[] octets) {
    this.octets = octets;
  }

  public static Octets of(byte... octets) {
    return octets.length == 0 ? EMPTY : new Octets(octets.clone());
  }

  /** {@code count} octets of zero, such as authentication data before it is computed. */
  public static Octets zeros(int count) {
    return count == 0 ? EMPTY : new Octets(new byte[count]);
  }

  /** Octets written as hexadecimal digits without separators. */
  public static Octets parse(String hex) {
    return of(HexFormat.of().parseHex(hex));
  }

  public int length() {
    return octets.length;
  }

  public byte[] toByteArray() {
    return octets.clone();
  }

  @Override
  public int compareTo(Octets other) {
    return Arrays.compareUnsigned(octets, other.octets);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Octets that && Arrays.equals(octets, that.octets);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(octets);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(octets);
  }
}
