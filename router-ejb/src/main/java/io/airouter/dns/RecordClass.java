package io.airouter.dns;

import java.util.Map;
import java.util.Optional;

/**
 * The protocol family of a record, a 16-bit number (RFC 1035 §3.2.4): all but {@link #IN} serve odd
 * jobs, such as asking a server for its version. Unknown numbers are kept and read {@code CLASS7}.
 */
public record RecordClass(int code) {
  public static final RecordClass IN = new RecordClass(1);
  public static final RecordClass CH = new RecordClass(3);
  public static final RecordClass HS = new RecordClass(4);
  public static final RecordClass NONE = new RecordClass(254);
  public static final RecordClass ANY = new RecordClass(255);

  private static final Map<Integer, String> MNEMONICS =
      Map.of(1, "IN", 3, "CH", 4, "HS", 254, "NONE", 255, "ANY");
  private static final Map<String, RecordClass> BY_MNEMONIC =
      Map.of("IN", IN, "CH", CH, "HS", HS, "NONE", NONE, "ANY", ANY);
  private static final String GENERIC = "CLASS";

  public RecordClass {
    Codes.requireU16(code, "record class");
  }

  /** The class of a mnemonic or of {@code CLASS7}, in any case; empty when there is none. */
  public static Optional<RecordClass> parse(String text) {
    return Codes.parse(text, GENERIC, BY_MNEMONIC, RecordClass::new);
  }

  @Override
  public String toString() {
    return MNEMONICS.getOrDefault(code, GENERIC + code);
  }
}
