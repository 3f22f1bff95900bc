package io.airouter.dns;

import java.time.Duration;

/**
 * What came back over the wire.
 *
 * @param server {@code host:port} that was asked
 * @param rcode the RCODE's mnemonic
 * @param text the message in the presentation format of master files (RFC 1035 §5.1)
 * @param hexadecimal the octets of the message
 */
public record WireAnswer(
    String server, String rcode, String text, String hexadecimal, Duration took) {
  /** The length of the message. */
  public int octets() {
    return hexadecimal.length() / 2;
  }
}
