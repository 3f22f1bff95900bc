package io.airouter.mapserver;

import io.airouter.lisp.LispMessage;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.Optional;

/**
 * A message on its way out of UDP port 4342.
 *
 * @param signedWith the key to sign the encoded message with
 */
public record Outgoing(
    LispMessage message, InetSocketAddress destination, Optional<SiteKey> signedWith) {
  public Outgoing {
    Objects.requireNonNull(message);
    Objects.requireNonNull(destination);
    Objects.requireNonNull(signedWith);
  }

  static Outgoing unsigned(LispMessage message, InetSocketAddress destination) {
    return new Outgoing(message, destination, Optional.empty());
  }
}
