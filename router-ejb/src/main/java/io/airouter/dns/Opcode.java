package io.airouter.dns;

import java.util.Map;

/**
 * What a message asks the server to do, a 4-bit number (RFC 1035 §4.1.1); unknown ones are kept.
 */
public record Opcode(int code) {
  public static final Opcode QUERY = new Opcode(0);
  public static final Opcode IQUERY = new Opcode(1);
  public static final Opcode STATUS = new Opcode(2);
  public static final Opcode NOTIFY = new Opcode(4);
  public static final Opcode UPDATE = new Opcode(5);
  public static final Opcode DSO = new Opcode(6);

  private static final Map<Integer, String> MNEMONICS =
      Map.of(0, "QUERY", 1, "IQUERY", 2, "STATUS", 4, "NOTIFY", 5, "UPDATE", 6, "DSO");

  public Opcode {
    Codes.require(code, 0xf, "opcode");
  }

  @Override
  public String toString() {
    return MNEMONICS.getOrDefault(code, "OPCODE" + code);
  }
}
