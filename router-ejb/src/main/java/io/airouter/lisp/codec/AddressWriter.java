package io.airouter.lisp.codec;

import io.airouter.lisp.DistinguishedName;
import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.InstanceId;
import io.airouter.lisp.Ipv4Address;
import io.airouter.lisp.Ipv6Address;
import io.airouter.lisp.LcafAddress;
import io.airouter.lisp.LispAddress;
import io.airouter.lisp.MacAddress;
import io.airouter.lisp.NoAddress;
import io.airouter.lisp.OpaqueLcaf;
import io.airouter.wire.PacketWriter;
import java.nio.charset.StandardCharsets;

/** Writes an address with its AFI, as {@link AddressReader} reads it. */
final class AddressWriter {
  private AddressWriter() {}

  static void write(PacketWriter writer, LispAddress address) {
    writer.u16(address.afi());
    switch (address) {
      case NoAddress _ -> {}
      case Ipv4Address v4 -> writer.u32(Integer.toUnsignedLong(v4.bits()));
      case Ipv6Address v6 -> writer.u64(v6.high()).u64(v6.low());
      case MacAddress mac -> writer.u16((int) (mac.bits() >>> 32)).u32(mac.bits() & 0xffff_ffffL);
      case DistinguishedName name ->
          writer.octets(name.name().getBytes(StandardCharsets.US_ASCII)).u8(0);
      case LcafAddress lcaf -> writeLcaf(writer, lcaf);
    }
  }

  /**
   * Writes AFI and address of an EID, inside an Instance-ID LCAF unless in the default instance.
   */
  static void writeEid(PacketWriter writer, EidPrefix eid) {
    LispAddress address = eid.address();
    write(writer, eid.instanceId() == 0 ? address : new InstanceId(eid.instanceId(), 0, address));
  }

  /** The mask length for the packet; a name too long for the octet says "all of it" by 255. */
  static int maskLength(EidPrefix eid) {
    return Math.min(eid.maskLength(), 0xff);
  }

  private static void writeLcaf(PacketWriter writer, LcafAddress lcaf) {
    int rsvd2 =
        switch (lcaf) {
          case InstanceId instance -> instance.maskLength();
          case OpaqueLcaf opaque -> opaque.rsvd2();
        };
    writer.u16(0).u8(lcaf.type()).u8(rsvd2).u16(0);
    int start = writer.length();
    switch (lcaf) {
      case InstanceId instance -> write(writer.u32(instance.instanceId()), instance.address());
      case OpaqueLcaf opaque -> writer.octets(opaque.octets().toByteArray());
    }
    writer.patchU16(start - 2, writer.length() - start);
  }
}
