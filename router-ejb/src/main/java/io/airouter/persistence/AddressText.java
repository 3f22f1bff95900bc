package io.airouter.persistence;

import io.airouter.lisp.InstanceId;
import io.airouter.lisp.LispAddress;
import io.airouter.lisp.NoAddress;
import io.airouter.lisp.Octets;
import io.airouter.lisp.OpaqueLcaf;
import java.util.List;

/**
 * LISP addresses as text that can be read back. As people write them, and where that says less than
 * the address: {@code none}, {@code lcaf:<type>:<rsvd2>:<hex>} and {@code
 * [<instance>/<mask>]<address>}.
 */
final class AddressText {
  private static final String LCAF = "lcaf:";

  private AddressText() {}

  static String of(LispAddress address) {
    return switch (address) {
      case OpaqueLcaf lcaf -> LCAF + lcaf.type() + ":" + lcaf.rsvd2() + ":" + lcaf.octets();
      case InstanceId instance ->
          "[" + instance.instanceId() + "/" + instance.maskLength() + "]" + of(instance.address());
      default -> address.toString();
    };
  }

  static LispAddress parse(String text) {
    if (text.startsWith(LCAF)) {
      List<String> parts = List.of(text.split(":", -1));
      return new OpaqueLcaf(
          Integer.parseInt(parts.get(1)),
          Integer.parseInt(parts.get(2)),
          Octets.parse(parts.get(3)));
    }
    if (text.startsWith("[")) {
      int slash = text.indexOf('/');
      int end = text.indexOf(']');
      return new InstanceId(
          Long.parseLong(text.substring(1, slash)),
          Integer.parseInt(text.substring(slash + 1, end)),
          parse(text.substring(end + 1)));
    }
    return text.equals(NoAddress.NONE.toString()) ? NoAddress.NONE : LispAddress.parse(text);
  }
}
