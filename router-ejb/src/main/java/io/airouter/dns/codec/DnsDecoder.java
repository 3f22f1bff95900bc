package io.airouter.dns.codec;

import io.airouter.dns.Rcode;
import io.airouter.dns.codec.DecodedMessage.Drop;
import io.airouter.dns.codec.DecodedMessage.DropReason;
import io.airouter.wire.MalformedPacketException;
import java.util.Objects;

/**
 * Turns what arrived on a DNS port into a query, a refusal ready to be sent, or nothing to answer.
 * No packet makes it throw. It reads the whole message, since an OPT record may stand anywhere in
 * the Additional section, and ignores octets after the last record. Stateless, for any thread.
 */
public final class DnsDecoder {
  static final int HEADER_OCTETS = 12;
  private static final int QR = 0x80;

  private DnsDecoder() {}

  /** Decodes the {@code length} octets of {@code packet} from {@code offset}; none is kept. */
  public static DecodedMessage decode(byte[] packet, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, packet.length);
    if (length < HEADER_OCTETS) {
      return new Drop(DropReason.TOO_SHORT);
    }
    if ((packet[offset + 2] & QR) != 0) {
      return new Drop(DropReason.RESPONSE);
    }
    RequestReader request = new RequestReader(packet, offset, length);
    try {
      return request.read();
    } catch (MalformedPacketException malformed) {
      return request.refusal(Rcode.FORMERR, malformed.getMessage());
    }
  }

  public static DecodedMessage decode(byte[] packet) {
    return decode(packet, 0, packet.length);
  }
}
