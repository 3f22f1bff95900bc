package io.airouter.lisp;

/**
 * A name used as an address (AFI 17, RFC 9735), such as {@code model/gpt-4}: printable ASCII, so
 * that it can stand in a log line as it is. Its terminating NUL belongs to the packet, not to it.
 *
 * @param name the name, compared octet by octet
 */
public record DistinguishedName(String name) implements LispAddress {
  public static final int AFI = 17;

  /** What introduces a name in text. */
  static final String PREFIX = "name:";

  /** Stands after the octets of a name prefix, see {@link EidPrefix}. */
  static final String WILDCARD = "*";

  public DistinguishedName {
    for (int i = 0; i < name.length(); i++) {
      if (!isNameCharacter(name.charAt(i))) {
        throw new IllegalArgumentException("not printable ASCII at character " + i);
      }
    }
  }

  /** Whether an octet may stand in a name. */
  public static boolean isNameCharacter(int octet) {
    return octet >= 0x20 && octet < 0x7f;
  }

  @Override
  public int afi() {
    return AFI;
  }

  /** 8 for each octet; more than a packet's mask length can say when the name is over 31 octets. */
  @Override
  public int addressBits() {
    return 8 * name.length();
  }

  DistinguishedName masked(int maskLength) {
    return maskLength == addressBits()
        ? this
        : new DistinguishedName(name.substring(0, maskLength / 8) + WILDCARD);
  }

  @Override
  public String toString() {
    return PREFIX + name;
  }
}
