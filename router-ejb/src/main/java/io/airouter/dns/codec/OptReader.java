package io.airouter.dns.codec;

import io.airouter.dns.Edns;
import io.airouter.dns.EdnsOption;
import io.airouter.wire.MalformedPacketException;
import io.airouter.wire.PacketReader;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads an OPT record (RFC 6891 §6.1.2) in two steps, since a bad option is refused with an OPT
 * record that the first step has the bits for. Options whose form is fixed by their RFC are
 * checked; the rest are kept unread.
 */
final class OptReader {
  private static final int DO = 0x8000;
  private static final int CLIENT_COOKIE_OCTETS = 8;
  private static final int MIN_COOKIE_OCTETS = 16;
  private static final int MAX_COOKIE_OCTETS = 40;
  private static final int IPV4 = 1;
  private static final int IPV6 = 2;

  private final PacketReader in;
  private Edns fixedPart = Edns.ofServer(false, List.of());

  /** Reads from {@code in}, which stands at the CLASS of the record. */
  OptReader(PacketReader in) {
    this.in = in;
  }

  /** The OPT record but for its options. */
  Edns fixedPart() throws MalformedPacketException {
    int payloadSize = in.u16("requestor's UDP payload size");
    in.skip(1, "EXTENDED-RCODE");
    int version = in.u8("VERSION");
    boolean dnssecOk = (in.u16("flags") & DO) != 0;
    fixedPart = new Edns(payloadSize, version, dnssecOk, List.of());
    return fixedPart;
  }

  /** The whole record. Options of another version than 0 are left unread: their form is unknown. */
  Edns withOptions() throws MalformedPacketException {
    PacketReader body = in.slice(in.u16("RDLENGTH"), "RDATA");
    if (fixedPart.version() != 0) {
      return fixedPart;
    }
    List<EdnsOption> options = new ArrayList<>();
    while (body.hasRemaining()) {
      int code = body.u16("OPTION-CODE");
      byte[] octets = body.octets(body.u16("OPTION-LENGTH"), "OPTION-DATA");
      check(code, octets, body.position() - octets.length);
      options.add(new EdnsOption(code, octets));
    }
    return new Edns(fixedPart.udpPayloadSize(), fixedPart.version(), fixedPart.dnssecOk(), options);
  }

  private static void check(int code, byte[] octets, int offset) throws MalformedPacketException {
    switch (code) {
      case EdnsOption.COOKIE -> checkCookie(octets.length, offset);
      case EdnsOption.CLIENT_SUBNET -> checkClientSubnet(octets, offset);
      default -> {
        // Any other option may have any form and is ignored when unknown (RFC 6891 §6.1.2).
      }
    }
  }

  private static void checkCookie(int length, int offset) throws MalformedPacketException {
    boolean withServerCookie = length >= MIN_COOKIE_OCTETS && length <= MAX_COOKIE_OCTETS;
    if (length != CLIENT_COOKIE_OCTETS && !withServerCookie) {
      throw new MalformedPacketException(
          offset, "COOKIE", "RFC 7873 §5.2.2", "a cookie has 8 or 16..40 octets, not " + length);
    }
  }

  private static void checkClientSubnet(byte[] octets, int offset) throws MalformedPacketException {
    PacketReader subnet = new PacketReader(octets, "RFC 7871 §6");
    int family = subnet.u16("FAMILY");
    int prefix = subnet.u8("SOURCE PREFIX-LENGTH");
    int scope = subnet.u8("SCOPE PREFIX-LENGTH");
    if (scope != 0 || prefix > longestPrefix(family)) {
      throw subnetMalformed(offset, "prefix " + prefix + ", scope " + scope + " in a query");
    }
    if (subnet.remaining() != (prefix + 7) / 8) {
      throw subnetMalformed(offset, prefix + " bits in " + subnet.remaining() + " octets");
    }
    int spareBits = (8 - prefix % 8) % 8;
    if (spareBits != 0 && (octets[octets.length - 1] & ((1 << spareBits) - 1)) != 0) {
      throw subnetMalformed(offset, "bits set after the prefix");
    }
  }

  private static int longestPrefix(int family) {
    return switch (family) {
      case 0 -> 0; // sent with an empty prefix by clients that ask not to be located
      case IPV4 -> 32;
      case IPV6 -> 128;
      default -> 255;
    };
  }

  private static MalformedPacketException subnetMalformed(int offset, String reason) {
    return new MalformedPacketException(offset, "CLIENT-SUBNET", "RFC 7871 §6", reason);
  }
}
