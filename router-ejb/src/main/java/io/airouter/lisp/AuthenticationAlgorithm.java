package io.airouter.lisp;

import java.util.Optional;

/**
 * The algorithms that sign Map-Register, Map-Notify and Map-Notify-Ack (RFC 9301 §12.5). Peers send
 * either the truncated length of the name or, more often, the whole HMAC; both are accepted.
 */
public enum AuthenticationAlgorithm {
  HMAC_SHA_1_96(1, "HmacSHA1", 20, 12),
  HMAC_SHA_256_128(2, "HmacSHA256", 32, 16),
  /** As {@link #HMAC_SHA_256_128}, with a key derived for each message from its nonce. */
  HMAC_SHA_256_128_HKDF(3, "HmacSHA256", 32, 16);

  private final int id;
  private final String macName;
  private final int fullLength;
  private final int truncatedLength;

  AuthenticationAlgorithm(int id, String macName, int fullLength, int truncatedLength) {
    this.id = id;
    this.macName = macName;
    this.fullLength = fullLength;
    this.truncatedLength = truncatedLength;
  }

  /** The algorithm of an Algorithm ID, if we know it; 0, no authentication, is none of them. */
  public static Optional<AuthenticationAlgorithm> of(int id) {
    for (AuthenticationAlgorithm algorithm : values()) {
      if (algorithm.id == id) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }

  /** The Algorithm ID of the packet. */
  public int id() {
    return id;
  }

  /** The name the Java platform gives the HMAC. */
  public String macName() {
    return macName;
  }

  /** Octets of the whole HMAC. */
  public int fullLength() {
    return fullLength;
  }

  /** Octets of the HMAC as the algorithm's name says. */
  public int truncatedLength() {
    return truncatedLength;
  }

  /** Whether authentication data of {@code length} octets can be of this algorithm. */
  public boolean accepts(int length) {
    return length == fullLength || length == truncatedLength;
  }
}
