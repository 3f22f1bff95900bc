package io.airouter.lisp;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A 48-bit MAC address (AFI 16389).
 *
 * @param bits the 48 bits, first octet highest
 */
public record MacAddress(long bits) implements LispAddress {
  public static final int AFI = 16389;

  /** The address length in bits. */
  public static final int BITS = 48;

  private static final Pattern TEXT = Pattern.compile("([0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}");

  public MacAddress {
    if (bits >>> BITS != 0) {
      throw new IllegalArgumentException("more than 48 bits: " + Long.toHexString(bits));
    }
  }

  static boolean isText(String text) {
    return TEXT.matcher(text).matches();
  }

  /** Reads six pairs of hexadecimal digits between colons or hyphens. */
  public static MacAddress parse(String text) {
    if (!isText(text)) {
      throw new IllegalArgumentException("not a MAC address: " + text);
    }
    return new MacAddress(HexFormat.fromHexDigitsToLong(text.replaceAll("[:-]", "")));
  }

  @Override
  public int afi() {
    return AFI;
  }

  @Override
  public int addressBits() {
    return BITS;
  }

  MacAddress masked(int maskLength) {
    return new MacAddress(bits >>> (BITS - maskLength) << (BITS - maskLength));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(17);
    for (int shift = BITS - 8; shift >= 0; shift -= 8) {
      text.append(text.isEmpty() ? "" : ":")
          .append(HexFormat.of().toHexDigits((byte) (bits >> shift)));
    }
    return text.toString();
  }
}
