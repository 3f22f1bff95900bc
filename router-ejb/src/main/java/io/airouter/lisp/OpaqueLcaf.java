package io.airouter.lisp;

import java.util.Objects;

/**
 * A composed address whose content is carried as it came and compared octet by octet.
 *
 * @param type the LCAF type, 0..255
 * @param rsvd2 the octet whose meaning the type defines
 * @param octets what follows the Length field
 */
public record OpaqueLcaf(int type, int rsvd2, Octets octets) implements LcafAddress {
  public OpaqueLcaf {
    if (type < 0 || type > 255 || rsvd2 < 0 || rsvd2 > 255) {
      throw new IllegalArgumentException("LCAF type " + type + ", Rsvd2 " + rsvd2);
    }
    if (type == InstanceId.TYPE) {
      throw new IllegalArgumentException("LCAF type 2 is InstanceId");
    }
    Objects.requireNonNull(octets);
  }

  @Override
  public int addressBits() {
    return 0;
  }

  @Override
  public String toString() {
    return "lcaf:" + type + ":" + octets;
  }
}
