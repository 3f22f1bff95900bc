package io.airouter.dns;

import java.util.Objects;

/** One record of a section (RFC 1035 §3.2.1), with a TTL of 31 bits (RFC 2181 §8). */
public record ResourceRecord(
    DomainName name, RecordType type, RecordClass recordClass, int ttlSeconds, RecordData data) {
  public ResourceRecord {
    Objects.requireNonNull(name);
    Objects.requireNonNull(recordClass);
    requireTtl(ttlSeconds);
    requireType(type, data);
  }

  static void requireTtl(int seconds) {
    if (seconds < 0) {
      throw new IllegalArgumentException("a time of 31 bits is not " + seconds + " seconds");
    }
  }

  static void requireType(RecordType type, RecordData data) {
    if (!data.type().equals(type)) {
      throw new IllegalArgumentException(data.type() + " data in a record of type " + type);
    }
  }
}
