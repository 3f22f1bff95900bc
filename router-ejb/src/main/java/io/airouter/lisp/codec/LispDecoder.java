package io.airouter.lisp.codec;

import io.airouter.lisp.EncapsulatedControlMessage;
import io.airouter.lisp.LispMessage;
import io.airouter.lisp.MapNotify;
import io.airouter.lisp.MapNotifyAck;
import io.airouter.lisp.MapRegister;
import io.airouter.lisp.MapReply;
import io.airouter.lisp.MapRequest;
import io.airouter.lisp.MappingRecord;
import io.airouter.lisp.Octets;
import io.airouter.lisp.UnsupportedMessage;
import io.airouter.wire.MalformedPacketException;
import io.airouter.wire.PacketReader;
import java.util.List;

/**
 * Reads a LISP control message (RFC 9301 §5) from a UDP payload. What it returns is well-formed and
 * nothing more: signatures are verified over the packet by {@link MessageAuthenticator}, and
 * whether a message may come here is for the map-server to say.
 *
 * <p>Each of the counts and lengths of a packet is checked against the octets that are left before
 * it is believed, so a packet costs memory in proportion to its size. No state; any thread.
 */
public final class LispDecoder {
  private LispDecoder() {}

  /** The message that is the whole of {@code packet}. */
  public static LispMessage decode(byte[] packet) throws MalformedPacketException {
    return decode(packet, 0, packet.length);
  }

  /** The message in {@code length} octets of {@code packet} from {@code offset}. */
  public static LispMessage decode(byte[] packet, int offset, int length)
      throws MalformedPacketException {
    int type = readType(new PacketReader(packet, offset, length, section(0)));
    PacketReader reader = new PacketReader(packet, offset, length, section(type));
    return type == EncapsulatedControlMessage.TYPE
        ? readEncapsulated(packet, reader)
        : readMessage(type, reader);
  }

  private static int readType(PacketReader reader) throws MalformedPacketException {
    return reader.u8("Type") >>> 4;
  }

  private static String section(int type) {
    return switch (type) {
      case MapRequest.TYPE -> "RFC 9301 §5.2";
      case MapReply.TYPE -> "RFC 9301 §5.4";
      case MapRegister.TYPE -> "RFC 9301 §5.6";
      case MapNotify.TYPE, MapNotifyAck.TYPE -> "RFC 9301 §5.7";
      case EncapsulatedControlMessage.TYPE -> "RFC 9301 §5.8";
      default -> "RFC 9301 §5.1";
    };
  }

  private static LispMessage readMessage(int type, PacketReader reader)
      throws MalformedPacketException {
    return switch (type) {
      case MapRequest.TYPE -> MapRequestReader.read(reader);
      case MapReply.TYPE -> readMapReply(reader);
      case MapRegister.TYPE -> SignedMessageReader.readMapRegister(reader);
      case MapNotify.TYPE -> SignedMessageReader.readMapNotify(reader);
      case MapNotifyAck.TYPE -> SignedMessageReader.readMapNotifyAck(reader);
      default -> new UnsupportedMessage(type);
    };
  }

  /** A Map-Reply; one without records says nothing, but is well-formed. */
  private static MapReply readMapReply(PacketReader reader) throws MalformedPacketException {
    int word = (int) reader.u32("Map-Reply flags");
    MapReply.Flags flags =
        new MapReply.Flags(Bits.isSet(word, 4), Bits.isSet(word, 5), Bits.isSet(word, 6));
    long nonce = reader.u64("Nonce");
    List<MappingRecord> records = RecordReader.readAll(reader, word & 0xff, true);
    Octets lispSec =
        flags.security()
            ? Octets.of(reader.octets(reader.remaining(), "Authentication Data"))
            : Octets.EMPTY;
    return new MapReply(flags, nonce, records, lispSec);
  }

  /** An ECM; one that carries LISP-SEC authentication data (S) is not supported. */
  private static LispMessage readEncapsulated(byte[] packet, PacketReader reader)
      throws MalformedPacketException {
    int word = (int) reader.u32("ECM flags");
    if (Bits.isSet(word, 4)) {
      return new UnsupportedMessage(EncapsulatedControlMessage.TYPE);
    }
    UdpDatagram inner = UdpDatagram.read(IpPacket.read(reader));
    PacketReader payload = inner.payload();
    int type = readType(payload.duplicate());
    if (type == EncapsulatedControlMessage.TYPE) {
      throw payload.malformed("inner Type", "an ECM inside an ECM");
    }
    PacketReader message =
        new PacketReader(packet, payload.position(), payload.remaining(), section(type));
    return new EncapsulatedControlMessage(
        Bits.isSet(word, 5), inner.headers(), readMessage(type, message));
  }
}
