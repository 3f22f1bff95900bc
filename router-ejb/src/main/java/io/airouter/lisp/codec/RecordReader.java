package io.airouter.lisp.codec;

import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.Locator;
import io.airouter.lisp.MappingRecord;
import io.airouter.lisp.NegativeAction;
import io.airouter.wire.MalformedPacketException;
import io.airouter.wire.PacketReader;
import java.util.ArrayList;
import java.util.List;

/** Reads the records of Map-Reply, Map-Register and Map-Notify, all of one format (§5.4). */
final class RecordReader {
  private static final int AUTHORITATIVE = 0x1000;
  private static final int MIN_RECORD = 12;
  private static final int MIN_LOCATOR = 8;

  private RecordReader() {}

  static List<MappingRecord> readAll(PacketReader reader, int count, boolean mapReply)
      throws MalformedPacketException {
    requireRoom(reader, count, MIN_RECORD, "Record Count");
    List<MappingRecord> records = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      records.add(read(reader, mapReply));
    }
    return records;
  }

  /** Reads one record; only a Map-Reply's ACT means anything, and only without Locators. */
  static MappingRecord read(PacketReader reader, boolean mapReply) throws MalformedPacketException {
    long ttl = reader.u32("Record TTL");
    int locatorCount = reader.u8("Locator Count");
    int maskLength = reader.u8("EID mask-len");
    int bits = reader.u16("ACT and A");
    int mapVersion = reader.u16("Map-Version Number") & 0xfff;
    EidPrefix eid = AddressReader.readEid(reader, maskLength);
    List<Locator> locators = readLocators(reader, locatorCount);
    NegativeAction action =
        mapReply && locatorCount == 0 ? NegativeAction.of(bits >>> 13) : NegativeAction.NO_ACTION;
    boolean authoritative = (bits & AUTHORITATIVE) != 0;
    return new MappingRecord(ttl, eid, action, authoritative, mapVersion, locators);
  }

  private static List<Locator> readLocators(PacketReader reader, int count)
      throws MalformedPacketException {
    requireRoom(reader, count, MIN_LOCATOR, "Locator Count");
    List<Locator> locators = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      locators.add(readLocator(reader));
    }
    return locators;
  }

  private static Locator readLocator(PacketReader reader) throws MalformedPacketException {
    int priority = reader.u8("Priority");
    int weight = reader.u8("Weight");
    int multicastPriority = reader.u8("M Priority");
    int multicastWeight = reader.u8("M Weight");
    int flags = reader.u16("Locator flags");
    return new Locator(
        priority,
        weight,
        multicastPriority,
        multicastWeight,
        (flags & RecordWriter.LOCAL) != 0,
        (flags & RecordWriter.PROBED) != 0,
        (flags & RecordWriter.REACHABLE) != 0,
        AddressReader.read(reader, "Locator"));
  }

  /** Refuses a count the packet cannot hold before anything of that size is allocated. */
  static void requireRoom(PacketReader reader, int count, int smallest, String field)
      throws MalformedPacketException {
    if (count * smallest > reader.remaining()) {
      throw reader.malformed(field, count + " in " + reader.remaining() + " octets");
    }
  }
}
