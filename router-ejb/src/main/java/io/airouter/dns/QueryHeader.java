package io.airouter.dns;

import java.util.Objects;

/** What a reply copies from a request's header (RFC 1035 §4.1.1): all that is sure of a bad one. */
public record QueryHeader(
    int id, Opcode opcode, boolean recursionDesired, boolean checkingDisabled) {
  public QueryHeader {
    Codes.requireU16(id, "ID");
    Objects.requireNonNull(opcode);
  }
}
