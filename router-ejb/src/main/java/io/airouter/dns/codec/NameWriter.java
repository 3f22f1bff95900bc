package io.airouter.dns.codec;

import io.airouter.dns.DomainName;
import io.airouter.wire.PacketWriter;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes the names of one message and replaces the end of a name that stands there already with a
 * pointer to it (RFC 1035 §4.1.4), in whichever case it stands there.
 *
 * <p>What it has written must stay: after the message is cut, no further name may be written.
 */
final class NameWriter {
  private static final int POINTER = 0xc000;
  private static final int POINTER_RANGE = 0x4000;

  private final PacketWriter out;
  private final Map<DomainName, Integer> offsets = new HashMap<>();

  NameWriter(PacketWriter out) {
    this.out = out;
  }

  /** A name of a place where every reader knows compression: owners and the types of RFC 1035. */
  void compressed(DomainName name) {
    write(name, true);
  }

  /** A name that must stand whole (RFC 3597 §4), yet later names may point to it. */
  void plain(DomainName name) {
    write(name, false);
  }

  private void write(DomainName name, boolean pointers) {
    byte[] wire = name.toWire();
    DomainName rest = name;
    for (int at = 0; wire[at] != 0; at += wire[at] + 1) {
      Integer known = offsets.get(rest);
      if (known != null && pointers) {
        out.u16(POINTER | known);
        return;
      }
      if (known == null && out.length() < POINTER_RANGE) {
        offsets.put(rest, out.length());
      }
      out.octets(wire, at, wire[at] + 1);
      rest = rest.parent();
    }
    out.u8(0);
  }
}
