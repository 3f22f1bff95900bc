package io.airouter.lisp.codec;

import io.airouter.lisp.Authentication;
import io.airouter.lisp.MapNotify;
import io.airouter.lisp.MapNotifyAck;
import io.airouter.lisp.MapRegister;
import io.airouter.lisp.MappingRecord;
import io.airouter.lisp.Octets;
import io.airouter.lisp.XtrIdentity;
import io.airouter.wire.MalformedPacketException;
import io.airouter.wire.PacketReader;
import java.util.List;
import java.util.Optional;

/**
 * Reads Map-Register, Map-Notify and Map-Notify-Ack, which share one layout (RFC 9301 §5.6, §5.7).
 * The signature covers the whole message, so octets that nothing announces make it malformed.
 */
final class SignedMessageReader {
  private static final int IDENTITY = XtrIdentity.XTR_ID_LENGTH + XtrIdentity.SITE_ID_LENGTH;

  private SignedMessageReader() {}

  static MapRegister readMapRegister(PacketReader reader) throws MalformedPacketException {
    Body body = Body.read(reader);
    Optional<XtrIdentity> identity =
        Bits.isSet(body.word, 6) ? Optional.of(readIdentity(reader)) : Optional.empty();
    requireEnd(reader);
    MapRegister.Flags flags =
        new MapRegister.Flags(
            Bits.isSet(body.word, 4),
            Bits.isSet(body.word, 5),
            Bits.isSet(body.word, 19),
            Bits.isSet(body.word, 20),
            Bits.isSet(body.word, 21),
            Bits.isSet(body.word, 23));
    return new MapRegister(flags, body.nonce, body.authentication, body.records, identity);
  }

  static MapNotify readMapNotify(PacketReader reader) throws MalformedPacketException {
    Body body = Body.read(reader);
    return new MapNotify(
        body.nonce, body.authentication, body.records, readUnannouncedIdentity(reader, body.word));
  }

  static MapNotifyAck readMapNotifyAck(PacketReader reader) throws MalformedPacketException {
    Body body = Body.read(reader);
    return new MapNotifyAck(
        body.nonce, body.authentication, body.records, readUnannouncedIdentity(reader, body.word));
  }

  /**
   * The RFC knows no I bit in a Map-Notify; some senders set bit 4, others just append the
   * identity.
   */
  private static Optional<XtrIdentity> readUnannouncedIdentity(PacketReader reader, int word)
      throws MalformedPacketException {
    boolean present = Bits.isSet(word, 4) || reader.remaining() == IDENTITY;
    Optional<XtrIdentity> identity = present ? Optional.of(readIdentity(reader)) : Optional.empty();
    requireEnd(reader);
    return identity;
  }

  private static XtrIdentity readIdentity(PacketReader reader) throws MalformedPacketException {
    return new XtrIdentity(
        Octets.of(reader.octets(XtrIdentity.XTR_ID_LENGTH, "xTR-ID")),
        Octets.of(reader.octets(XtrIdentity.SITE_ID_LENGTH, "Site-ID")));
  }

  private static void requireEnd(PacketReader reader) throws MalformedPacketException {
    if (reader.hasRemaining()) {
      throw reader.malformed("end of message", reader.remaining() + " octets too many");
    }
  }

  /** What the three messages have in common. */
  private record Body(
      int word, long nonce, Authentication authentication, List<MappingRecord> records) {

    static Body read(PacketReader reader) throws MalformedPacketException {
      int word = (int) reader.u32("flags");
      int recordCount = word & 0xff;
      if (recordCount == 0) {
        throw reader.malformed("Record Count", "no record");
      }
      long nonce = reader.u64("Nonce");
      Authentication authentication = readAuthentication(reader);
      return new Body(
          word, nonce, authentication, RecordReader.readAll(reader, recordCount, false));
    }

    private static Authentication readAuthentication(PacketReader reader)
        throws MalformedPacketException {
      int keyId = reader.u8("Key ID");
      int algorithmId = reader.u8("Algorithm ID");
      int length = reader.u16("Authentication Data Length");
      Octets octets = Octets.of(reader.octets(length, "Authentication Data"));
      return new Authentication(keyId, algorithmId, octets);
    }
  }
}
