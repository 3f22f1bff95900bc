package io.airouter.lisp.codec;

import io.airouter.lisp.Authentication;
import io.airouter.lisp.EncapsulatedControlMessage;
import io.airouter.lisp.EncapsulatedControlMessage.InnerHeaders;
import io.airouter.lisp.LispAddress;
import io.airouter.lisp.LispMessage;
import io.airouter.lisp.MapNotify;
import io.airouter.lisp.MapNotifyAck;
import io.airouter.lisp.MapRegister;
import io.airouter.lisp.MapReply;
import io.airouter.lisp.MapRequest;
import io.airouter.lisp.MapRequest.EidRecord;
import io.airouter.lisp.MappingRecord;
import io.airouter.lisp.UnsupportedMessage;
import io.airouter.lisp.XtrIdentity;
import io.airouter.wire.PacketTooLargeException;
import io.airouter.wire.PacketWriter;
import java.util.List;
import java.util.Optional;

/**
 * Writes a LISP control message as a UDP payload. Authentication data is written as the message
 * holds it; {@link MessageAuthenticator#sign} fills it in afterwards. No state; any thread.
 */
public final class LispEncoder {
  /** The most a UDP datagram over IPv4 can carry. */
  public static final int MAX_LENGTH = 65_507;

  private LispEncoder() {}

  public static byte[] encode(LispMessage message) {
    return encode(message, MAX_LENGTH);
  }

  /**
   * Encodes into at most {@code limit} octets, such as what the path's MTU leaves.
   *
   * @throws PacketTooLargeException if the message is longer
   */
  public static byte[] encode(LispMessage message, int limit) {
    PacketWriter writer = new PacketWriter(limit);
    switch (message) {
      case MapRequest request -> write(writer, request);
      case MapReply reply -> write(writer, reply);
      case MapRegister register -> write(writer, register);
      case MapNotify notify ->
          writeSigned(
              writer,
              header(MapNotify.TYPE, notify.records().size())
                  | Bits.of(4, notify.xtrIdentity().isPresent()),
              new Signed(
                  notify.nonce(), notify.authentication(), notify.records(), notify.xtrIdentity()));
      case MapNotifyAck ack ->
          writeSigned(
              writer,
              header(MapNotifyAck.TYPE, ack.records().size())
                  | Bits.of(4, ack.xtrIdentity().isPresent()),
              new Signed(ack.nonce(), ack.authentication(), ack.records(), ack.xtrIdentity()));
      case EncapsulatedControlMessage ecm ->
          writeEncapsulated(writer, ecm.ddtOriginated(), ecm.inner(), encode(ecm.message(), limit));
      case UnsupportedMessage unsupported ->
          throw new IllegalArgumentException("cannot write type " + unsupported.type());
    }
    return writer.toByteArray();
  }

  /** Wraps a control message that is already octets and must stay as it is (RFC 9301 §5.8). */
  public static byte[] encapsulate(InnerHeaders inner, byte[] message) {
    PacketWriter writer = new PacketWriter(MAX_LENGTH);
    writeEncapsulated(writer, false, inner, message);
    return writer.toByteArray();
  }

  private static int header(int type, int recordCount) {
    return type << 28 | recordCount;
  }

  private static void write(PacketWriter writer, MapRequest request) {
    MapRequest.Flags flags = request.flags();
    writeWord(
        writer,
        header(MapRequest.TYPE, request.records().size())
            | Bits.of(4, flags.authoritative())
            | Bits.of(5, request.sourceMapping().isPresent())
            | Bits.of(6, flags.probe())
            | Bits.of(7, flags.solicitMapRequest())
            | Bits.of(8, flags.pitr())
            | Bits.of(9, flags.smrInvoked())
            | Bits.of(11, request.xtrIdentity().isPresent())
            | Bits.of(17, flags.localXtr())
            | Bits.of(18, flags.dontMapReply())
            | (request.itrRlocs().size() - 1) << 8);
    writer.u64(request.nonce());
    AddressWriter.write(writer, request.sourceEid());
    for (LispAddress itrRloc : request.itrRlocs()) {
      AddressWriter.write(writer, itrRloc);
    }
    for (EidRecord record : request.records()) {
      writer.u8(record.notificationRequested() ? 0x80 : 0);
      writer.u8(AddressWriter.maskLength(record.eid()));
      AddressWriter.writeEid(writer, record.eid());
    }
    request.sourceMapping().ifPresent(mapping -> RecordWriter.write(writer, mapping, true));
    request.xtrIdentity().ifPresent(identity -> writeIdentity(writer, identity));
  }

  private static void write(PacketWriter writer, MapReply reply) {
    MapReply.Flags flags = reply.flags();
    writeWord(
        writer,
        header(MapReply.TYPE, reply.records().size())
            | Bits.of(4, flags.probe())
            | Bits.of(5, flags.echoNonce())
            | Bits.of(6, flags.security()));
    writer.u64(reply.nonce());
    for (MappingRecord record : reply.records()) {
      RecordWriter.write(writer, record, true);
    }
    writer.octets(reply.lispSec().toByteArray());
  }

  private static void write(PacketWriter writer, MapRegister register) {
    MapRegister.Flags flags = register.flags();
    writeSigned(
        writer,
        header(MapRegister.TYPE, register.records().size())
            | Bits.of(4, flags.proxyMapReply())
            | Bits.of(5, flags.lispSec())
            | Bits.of(6, register.xtrIdentity().isPresent())
            | Bits.of(19, flags.eidNotify())
            | Bits.of(20, flags.useTtl())
            | Bits.of(21, flags.merge())
            | Bits.of(23, flags.wantMapNotify()),
        new Signed(
            register.nonce(),
            register.authentication(),
            register.records(),
            register.xtrIdentity()));
  }

  private static void writeSigned(PacketWriter writer, int word, Signed signed) {
    Authentication authentication = signed.authentication;
    writeWord(writer, word);
    writer
        .u64(signed.nonce)
        .u8(authentication.keyId())
        .u8(authentication.algorithmId())
        .u16(authentication.octets().length())
        .octets(authentication.octets().toByteArray());
    for (MappingRecord record : signed.records) {
      RecordWriter.write(writer, record, false);
    }
    signed.xtrIdentity.ifPresent(identity -> writeIdentity(writer, identity));
  }

  private static void writeEncapsulated(
      PacketWriter writer, boolean ddtOriginated, InnerHeaders inner, byte[] message) {
    writeWord(writer, header(EncapsulatedControlMessage.TYPE, 0) | Bits.of(5, ddtOriginated));
    UdpDatagram.write(writer, inner, message);
  }

  private static void writeIdentity(PacketWriter writer, XtrIdentity identity) {
    writer.octets(identity.xtrId().toByteArray()).octets(identity.siteId().toByteArray());
  }

  private static void writeWord(PacketWriter writer, int word) {
    writer.u32(Integer.toUnsignedLong(word));
  }

  /** What Map-Register, Map-Notify and Map-Notify-Ack have in common behind the first word. */
  private record Signed(
      long nonce,
      Authentication authentication,
      List<MappingRecord> records,
      Optional<XtrIdentity> xtrIdentity) {}
}
