package io.airouter.dns;

import java.util.List;
import java.util.Objects;

/**
 * The records of one type at one name, at least one, all with one TTL (RFC 2181 §5.2). Answers are
 * cut at the edges of these sets, never inside.
 */
public record RRset(
    DomainName name,
    RecordType type,
    RecordClass recordClass,
    int ttlSeconds,
    List<RecordData> records) {
  public RRset {
    Objects.requireNonNull(name);
    Objects.requireNonNull(recordClass);
    ResourceRecord.requireTtl(ttlSeconds);
    records = List.copyOf(records);
    if (records.isEmpty()) {
      throw new IllegalArgumentException("an RRset without records at " + name);
    }
    records.forEach(data -> ResourceRecord.requireType(type, data));
  }

  /** A set of class {@link RecordClass#IN}. */
  public RRset(DomainName name, RecordType type, int ttlSeconds, List<RecordData> records) {
    this(name, type, RecordClass.IN, ttlSeconds, records);
  }

  /** A set of one record of class {@link RecordClass#IN}. */
  public static RRset of(DomainName name, int ttlSeconds, RecordData data) {
    return new RRset(name, data.type(), ttlSeconds, List.of(data));
  }

  public RRset withTtl(int seconds) {
    return new RRset(name, type, recordClass, seconds, records);
  }

  /** The same records under another owner, as a wildcard's are under the name asked for. */
  public RRset withName(DomainName owner) {
    return new RRset(owner, type, recordClass, ttlSeconds, records);
  }

  public List<ResourceRecord> resourceRecords() {
    return records.stream()
        .map(data -> new ResourceRecord(name, type, recordClass, ttlSeconds, data))
        .toList();
  }
}
