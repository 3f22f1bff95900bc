package io.airouter.dns;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What kind of record a name has, a 16-bit number (RFC 1035 §3.2.2). A number without a constant
 * here is a type all the same and reads {@code TYPE666} (RFC 3597 §5).
 */
public record RecordType(int code) {
  public static final RecordType A = new RecordType(1);
  public static final RecordType NS = new RecordType(2);
  public static final RecordType CNAME = new RecordType(5);
  public static final RecordType SOA = new RecordType(6);
  public static final RecordType PTR = new RecordType(12);
  public static final RecordType HINFO = new RecordType(13);
  public static final RecordType MX = new RecordType(15);
  public static final RecordType TXT = new RecordType(16);
  public static final RecordType AAAA = new RecordType(28);
  public static final RecordType SRV = new RecordType(33);
  public static final RecordType DNAME = new RecordType(39);
  public static final RecordType OPT = new RecordType(41);
  public static final RecordType DS = new RecordType(43);
  public static final RecordType RRSIG = new RecordType(46);
  public static final RecordType NSEC = new RecordType(47);
  public static final RecordType DNSKEY = new RecordType(48);
  public static final RecordType SVCB = new RecordType(64);
  public static final RecordType HTTPS = new RecordType(65);
  public static final RecordType TKEY = new RecordType(249);
  public static final RecordType TSIG = new RecordType(250);
  public static final RecordType IXFR = new RecordType(251);
  public static final RecordType AXFR = new RecordType(252);
  public static final RecordType MAILB = new RecordType(253);
  public static final RecordType MAILA = new RecordType(254);
  public static final RecordType ANY = new RecordType(255);

  private static final Map<Integer, String> MNEMONICS =
      Map.ofEntries(
          Map.entry(1, "A"),
          Map.entry(2, "NS"),
          Map.entry(5, "CNAME"),
          Map.entry(6, "SOA"),
          Map.entry(12, "PTR"),
          Map.entry(13, "HINFO"),
          Map.entry(15, "MX"),
          Map.entry(16, "TXT"),
          Map.entry(28, "AAAA"),
          Map.entry(33, "SRV"),
          Map.entry(39, "DNAME"),
          Map.entry(41, "OPT"),
          Map.entry(43, "DS"),
          Map.entry(46, "RRSIG"),
          Map.entry(47, "NSEC"),
          Map.entry(48, "DNSKEY"),
          Map.entry(64, "SVCB"),
          Map.entry(65, "HTTPS"),
          Map.entry(249, "TKEY"),
          Map.entry(250, "TSIG"),
          Map.entry(251, "IXFR"),
          Map.entry(252, "AXFR"),
          Map.entry(253, "MAILB"),
          Map.entry(254, "MAILA"),
          Map.entry(255, "ANY"));
  private static final Map<String, RecordType> BY_MNEMONIC =
      MNEMONICS.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getValue, entry -> new RecordType(entry.getKey())));
  private static final String GENERIC = "TYPE";

  public RecordType {
    Codes.requireU16(code, "record type");
  }

  /** The type of a mnemonic or of {@code TYPE666}, in any case; empty when there is none. */
  public static Optional<RecordType> parse(String text) {
    return Codes.parse(text, GENERIC, BY_MNEMONIC, RecordType::new);
  }

  /** Whether it only asks and never stands in a zone: OPT and 128..255 (RFC 6895 §3.1). */
  public boolean isMeta() {
    return equals(OPT) || (code >= 128 && code <= 255);
  }

  @Override
  public String toString() {
    return MNEMONICS.getOrDefault(code, GENERIC + code);
  }
}
