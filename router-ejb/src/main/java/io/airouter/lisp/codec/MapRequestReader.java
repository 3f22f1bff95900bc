package io.airouter.lisp.codec;

import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.LispAddress;
import io.airouter.lisp.MapRequest;
import io.airouter.lisp.MapRequest.EidRecord;
import io.airouter.lisp.MappingRecord;
import io.airouter.lisp.Octets;
import io.airouter.lisp.XtrIdentity;
import io.airouter.wire.MalformedPacketException;
import io.airouter.wire.PacketReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a Map-Request (RFC 9301 §5.2). Octets behind its end are ignored; one without records is
 * well-formed, as deployed senders' own tests have it, and has no answer.
 */
final class MapRequestReader {
  private static final int NOTIFY = 0x80;
  private static final int MIN_ADDRESS = 2;
  private static final int MIN_EID_RECORD = 4;

  private MapRequestReader() {}

  static MapRequest read(PacketReader reader) throws MalformedPacketException {
    int word = (int) reader.u32("Map-Request flags");
    int recordCount = word & 0xff;
    long nonce = reader.u64("Nonce");
    LispAddress sourceEid = AddressReader.read(reader, "Source EID");
    List<LispAddress> itrRlocs = readItrRlocs(reader, ((word >>> 8) & 0x1f) + 1);
    List<EidRecord> records = readRecords(reader, recordCount);
    Optional<MappingRecord> sourceMapping =
        Bits.isSet(word, 5) ? Optional.of(RecordReader.read(reader, true)) : Optional.empty();
    Optional<XtrIdentity> xtrIdentity =
        Bits.isSet(word, 11) ? Optional.of(readIdentity(reader)) : Optional.empty();
    return new MapRequest(
        flags(word), nonce, sourceEid, itrRlocs, records, sourceMapping, xtrIdentity);
  }

  private static MapRequest.Flags flags(int word) {
    return new MapRequest.Flags(
        Bits.isSet(word, 4),
        Bits.isSet(word, 6),
        Bits.isSet(word, 7),
        Bits.isSet(word, 8),
        Bits.isSet(word, 9),
        Bits.isSet(word, 17),
        Bits.isSet(word, 18));
  }

  private static List<LispAddress> readItrRlocs(PacketReader reader, int count)
      throws MalformedPacketException {
    RecordReader.requireRoom(reader, count, MIN_ADDRESS, "IRC");
    List<LispAddress> itrRlocs = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      itrRlocs.add(AddressReader.read(reader, "ITR-RLOC"));
    }
    return itrRlocs;
  }

  private static List<EidRecord> readRecords(PacketReader reader, int count)
      throws MalformedPacketException {
    RecordReader.requireRoom(reader, count, MIN_EID_RECORD, "Record Count");
    List<EidRecord> records = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      boolean notify = (reader.u8("record flags") & NOTIFY) != 0;
      int maskLength = reader.u8("EID mask-len");
      EidPrefix eid = AddressReader.readEid(reader, maskLength);
      records.add(new EidRecord(notify, eid));
    }
    return records;
  }

  /** The subscriber; lispers.net ends after the xTR-ID, which we read as Site-ID 0. */
  private static XtrIdentity readIdentity(PacketReader reader) throws MalformedPacketException {
    Octets xtrId = Octets.of(reader.octets(XtrIdentity.XTR_ID_LENGTH, "xTR-ID"));
    Octets siteId =
        reader.hasRemaining()
            ? Octets.of(reader.octets(XtrIdentity.SITE_ID_LENGTH, "Site-ID"))
            : Octets.zeros(XtrIdentity.SITE_ID_LENGTH);
    return new XtrIdentity(xtrId, siteId);
  }
}
