package io.airouter.lisp.codec;

import io.airouter.lisp.Locator;
import io.airouter.lisp.MappingRecord;
import io.airouter.wire.PacketWriter;
import java.util.List;

/** Writes records as {@link RecordReader} reads them. */
final class RecordWriter {
  static final int LOCAL = 4;
  static final int PROBED = 2;
  static final int REACHABLE = 1;

  private RecordWriter() {}

  /** Writes one record; in a Map-Reply with ACT and with the Locators sorted (RFC 9301 §5.5). */
  static void write(PacketWriter writer, MappingRecord record, boolean mapReply) {
    List<Locator> locators = record.locators();
    int action = mapReply && locators.isEmpty() ? record.action().code() << 13 : 0;
    writer
        .u32(record.ttlMinutes())
        .u8(locators.size())
        .u8(AddressWriter.maskLength(record.eid()))
        .u16(action | (record.authoritative() ? 0x1000 : 0))
        .u16(record.mapVersion());
    AddressWriter.writeEid(writer, record.eid());
    if (mapReply && locators.size() > 1) {
      locators = locators.stream().sorted().toList();
    }
    for (Locator locator : locators) {
      writeLocator(writer, locator);
    }
  }

  private static void writeLocator(PacketWriter writer, Locator locator) {
    writer
        .u8(locator.priority())
        .u8(locator.weight())
        .u8(locator.multicastPriority())
        .u8(locator.multicastWeight())
        .u16(
            (locator.local() ? LOCAL : 0)
                | (locator.probed() ? PROBED : 0)
                | (locator.reachable() ? REACHABLE : 0));
    AddressWriter.write(writer, locator.rloc());
  }
}
