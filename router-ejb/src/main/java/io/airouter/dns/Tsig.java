package io.airouter.dns;

import java.util.Arrays;
import java.util.Objects;

/**
 * The transaction signature that ends a message (RFC 8945 §4.2). {@code timeSigned} is seconds
 * since 1970 in 48 bits, {@code fudge} the seconds of clock skew allowed. Carries the octets only;
 * checking a MAC is not its work.
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, compared by content
public record Tsig(
    DomainName keyName,
    DomainName algorithm,
    long timeSigned,
    int fudge,
    byte[] mac,
    int originalId,
    int error,
    byte[] other) {
  public static final int BADSIG = 16;
  public static final int BADKEY = 17;
  public static final int BADTIME = 18;

  public Tsig {
    Objects.requireNonNull(keyName);
    Objects.requireNonNull(algorithm);
    if (timeSigned < 0 || timeSigned >>> 48 != 0) {
      throw new IllegalArgumentException("time signed " + timeSigned + " is not 48 bits");
    }
    Codes.requireU16(fudge, "fudge");
    Codes.requireU16(mac.length, "MAC size");
    Codes.requireU16(originalId, "original ID");
    Codes.requireU16(error, "error");
    Codes.requireU16(other.length, "other length");
    mac = mac.clone();
    other = other.clone();
  }

  /** The unsigned answer to a key this server does not have (RFC 8945 §5.2.1). */
  public Tsig badKey() {
    return new Tsig(
        keyName, algorithm, timeSigned, fudge, new byte[0], originalId, BADKEY, new byte[0]);
  }

  @Override
  public byte[] mac() {
    return mac.clone();
  }

  @Override
  public byte[] other() {
    return other.clone();
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof Tsig tsig
        && keyName.equals(tsig.keyName)
        && algorithm.equals(tsig.algorithm)
        && timeSigned == tsig.timeSigned
        && fudge == tsig.fudge
        && originalId == tsig.originalId
        && error == tsig.error
        && Arrays.equals(mac, tsig.mac)
        && Arrays.equals(other, tsig.other);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        keyName,
        algorithm,
        timeSigned,
        fudge,
        originalId,
        error,
        Arrays.hashCode(mac),
        Arrays.hashCode(other));
  }
}
