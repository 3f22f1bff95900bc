package io.airouter.dns;

import java.util.Arrays;
import java.util.HexFormat;

/** One option of an OPT record (RFC 6891 §6.1.2); the octets are copied in and out. */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, compared by content
public record EdnsOption(int code, byte[] octets) {
  public static final int NSID = 3;
  public static final int CLIENT_SUBNET = 8;
  public static final int COOKIE = 10;
  public static final int TCP_KEEPALIVE = 11;
  public static final int PADDING = 12;

  public EdnsOption {
    Codes.requireU16(code, "OPTION-CODE");
    Codes.requireU16(octets.length, "OPTION-LENGTH");
    octets = octets.clone();
  }

  @Override
  public byte[] octets() {
    return octets.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EdnsOption option
        && code == option.code
        && Arrays.equals(octets, option.octets);
  }

  @Override
  public int hashCode() {
    return 31 * code + Arrays.hashCode(octets);
  }

  @Override
  public String toString() {
    return "OPT" + code + " " + HexFormat.of().formatHex(octets);
  }
}
