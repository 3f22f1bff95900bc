package io.airouter.dns;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * RDATA this server does not look into, octets as they are on the wire (RFC 3597). Names in it are
 * never compressed. The octets are copied in and out.
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, compared by content
public record OpaqueRecordData(RecordType type, byte[] octets) implements RecordData {
  public OpaqueRecordData {
    Objects.requireNonNull(type);
    Codes.requireU16(octets.length, "RDLENGTH");
    octets = octets.clone();
  }

  @Override
  public byte[] octets() {
    return octets.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OpaqueRecordData opaque
        && type.equals(opaque.type)
        && Arrays.equals(octets, opaque.octets);
  }

  @Override
  public int hashCode() {
    return 31 * type.hashCode() + Arrays.hashCode(octets);
  }

  @Override
  public String toString() {
    return type + " \\# " + octets.length + " " + HexFormat.of().formatHex(octets);
  }
}
