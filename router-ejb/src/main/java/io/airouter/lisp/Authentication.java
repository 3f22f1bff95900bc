package io.airouter.lisp;

import java.util.Objects;
import java.util.Optional;

/**
 * Who vouches for a Map-Register, Map-Notify or Map-Notify-Ack (RFC 9301 §5.6).
 *
 * @param keyId which of the site's keys, 0..255
 * @param algorithmId 0..255, 0 for none
 * @param octets the authentication data; zeros of the right length until the message is signed
 */
public record Authentication(int keyId, int algorithmId, Octets octets) {
  /** No key, no algorithm, no authentication data. */
  public static final Authentication NONE = new Authentication(0, 0, Octets.EMPTY);

  public Authentication {
    if (keyId < 0 || keyId > 255 || algorithmId < 0 || algorithmId > 255) {
      throw new IllegalArgumentException("Key ID " + keyId + ", Algorithm ID " + algorithmId);
    }
    Objects.requireNonNull(octets);
  }

  /** Room for the authentication data of {@code algorithm}, to be signed when encoded. */
  public static Authentication unsigned(int keyId, AuthenticationAlgorithm algorithm) {
    return new Authentication(keyId, algorithm.id(), Octets.zeros(algorithm.fullLength()));
  }

  /** The same key, algorithm and length, unsigned: the form in which to answer a peer. */
  public Authentication toUnsigned() {
    return new Authentication(keyId, algorithmId, Octets.zeros(octets.length()));
  }

  /** The algorithm, if it is one we know. */
  public Optional<AuthenticationAlgorithm> algorithm() {
    return AuthenticationAlgorithm.of(algorithmId);
  }
}
