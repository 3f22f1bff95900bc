package io.airouter.dns;

import java.util.Objects;

/**
 * What is asked: records of a type and class at a name. The name keeps the case the client wrote
 * (0x20 mixing), while two questions that differ in case only are equal (RFC 4343).
 */
public record Question(DomainName name, RecordType type, RecordClass recordClass) {
  public Question {
    Objects.requireNonNull(name);
    Objects.requireNonNull(type);
    Objects.requireNonNull(recordClass);
  }

  @Override
  public String toString() {
    return name + " " + recordClass + " " + type;
  }
}
