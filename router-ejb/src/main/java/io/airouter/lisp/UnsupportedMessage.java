package io.airouter.lisp;

/**
 * A message of a type, or with an extension, that this router does not take part in, such as
 * Map-Referral: to be counted and dropped, its sender not at fault.
 *
 * @param type the message type, 0..15
 */
public record UnsupportedMessage(int type) implements LispMessage {
  public UnsupportedMessage {
    if (type < 0 || type > 15) {
      throw new IllegalArgumentException("type " + type);
    }
  }
}
