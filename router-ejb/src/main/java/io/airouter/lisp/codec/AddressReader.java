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
import io.airouter.lisp.Octets;
import io.airouter.lisp.OpaqueLcaf;
import io.airouter.wire.MalformedPacketException;
import io.airouter.wire.PacketReader;

/**
 * Reads an address with its AFI. An unrecognised AFI drops the whole message (RFC 9301 §5.1). LCAFs
 * may contain LCAFs up to {@value #MAX_DEPTH} deep, each within the Length of the outer one.
 */
final class AddressReader {
  static final int MAX_DEPTH = 4;

  private static final String LCAF_SECTION = "RFC 8060 §3";
  private static final String EID_SECTION = "RFC 9301 §5.2, §5.4";

  private AddressReader() {}

  static LispAddress read(PacketReader reader, String field) throws MalformedPacketException {
    return read(reader, field, 0);
  }

  /** Reads the AFI and address of an EID-Prefix whose mask length stood before them. */
  static EidPrefix readEid(PacketReader reader, int maskLength) throws MalformedPacketException {
    int start = reader.position();
    LispAddress address = read(reader, "EID-Prefix");
    if (!EidPrefix.isValid(address, maskLength)) {
      throw new MalformedPacketException(
          start, "EID mask-len", EID_SECTION, maskLength + " for AFI " + address.afi());
    }
    return new EidPrefix(0, address, maskLength);
  }

  static LispAddress read(PacketReader reader, String field, int depth)
      throws MalformedPacketException {
    int afi = reader.u16(field + " AFI");
    return switch (afi) {
      case NoAddress.AFI -> NoAddress.NONE;
      case Ipv4Address.AFI -> new Ipv4Address((int) reader.u32(field));
      case Ipv6Address.AFI -> new Ipv6Address(reader.u64(field), reader.u64(field));
      case DistinguishedName.AFI -> readName(reader, field);
      case MacAddress.AFI -> new MacAddress((long) reader.u16(field) << 32 | reader.u32(field));
      case LcafAddress.AFI -> readLcaf(reader, field, depth + 1);
      default ->
          throw new MalformedPacketException(
              reader.position() - 2, field + " AFI", "RFC 9301 §5.1", "unrecognised AFI " + afi);
    };
  }

  private static DistinguishedName readName(PacketReader reader, String field)
      throws MalformedPacketException {
    StringBuilder name = new StringBuilder();
    for (int octet = reader.u8(field); octet != 0; octet = reader.u8(field)) {
      if (!DistinguishedName.isNameCharacter(octet)) {
        throw new MalformedPacketException(
            reader.position() - 1, field, "RFC 9735", "octet " + octet + " is not printable ASCII");
      }
      name.append((char) octet);
    }
    return new DistinguishedName(name.toString());
  }

  private static LcafAddress readLcaf(PacketReader reader, String field, int depth)
      throws MalformedPacketException {
    if (depth > MAX_DEPTH) {
      throw lcafMalformed(reader, field, "LCAFs nest deeper than " + MAX_DEPTH);
    }
    reader.skip(2, "LCAF Rsvd1 and Flags");
    int type = reader.u8("LCAF Type");
    int rsvd2 = reader.u8("LCAF Rsvd2");
    int length = reader.u16("LCAF Length");
    if (length > reader.remaining()) {
      throw lcafMalformed(reader, "LCAF Length", length + " octets, " + reader.remaining());
    }
    PacketReader body = reader.slice(length, field);
    if (type == InstanceId.TYPE) {
      return readInstanceId(body, rsvd2, depth);
    }
    LcafStructure.check(type, body.duplicate(), depth);
    return new OpaqueLcaf(type, rsvd2, Octets.of(body.octets(length, field)));
  }

  private static InstanceId readInstanceId(PacketReader body, int maskLength, int depth)
      throws MalformedPacketException {
    long instanceId = body.u32("Instance ID");
    LispAddress address = read(body, "address in the instance", depth);
    if (body.hasRemaining()) {
      throw lcafMalformed(body, "LCAF Length", "goes " + body.remaining() + " octets too far");
    }
    return new InstanceId(instanceId, maskLength, address);
  }

  private static MalformedPacketException lcafMalformed(
      PacketReader reader, String field, String reason) {
    return new MalformedPacketException(reader.position(), field, LCAF_SECTION, reason);
  }
}
