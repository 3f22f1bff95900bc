package io.airouter.dns;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The master-file text form of names (RFC 1035 §5.1): reads labels with their escapes, and writes
 * them so that reading gives the same octets. One parser reads one text, on one thread.
 */
final class NameParser {
  private final String text;
  private int position;

  NameParser(String text) {
    this.text = text;
  }

  /** The labels of the text, put before the labels of {@code origin}. */
  DomainName under(DomainName origin) {
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    do {
      byte[] label = nextLabel();
      DomainName.requireLabel(label.length);
      wire.write(label.length);
      wire.writeBytes(label);
      DomainName.requireLength(wire.size() + origin.wireLength());
    } while (position < text.length());
    wire.writeBytes(origin.toWire());
    return DomainName.ofWire(wire.toByteArray());
  }

  private byte[] nextLabel() {
    ByteArrayOutputStream label = new ByteArrayOutputStream();
    while (position < text.length()) {
      char next = text.charAt(position++);
      if (next == '.') {
        break;
      }
      label.write(next == '\\' ? escaped() : ascii(next));
    }
    return label.toByteArray();
  }

  private int escaped() {
    if (position >= text.length()) {
      throw new IllegalArgumentException("an escape without a character in " + text);
    }
    if (!isDigit(text.charAt(position))) {
      return ascii(text.charAt(position++));
    }
    if (position + 3 > text.length()) {
      throw new IllegalArgumentException("an octet's escape has three digits, in " + text);
    }
    int octet = 0;
    for (int end = position + 3; position < end; position++) {
      if (!isDigit(text.charAt(position))) {
        throw new IllegalArgumentException("an octet's escape has three digits, in " + text);
      }
      octet = octet * 10 + text.charAt(position) - '0';
    }
    if (octet > 255) {
      throw new IllegalArgumentException("no octet is " + octet + ", in " + text);
    }
    return octet;
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  private static int ascii(char character) {
    if (character > 127) {
      throw new IllegalArgumentException("a domain name is ASCII with escapes, not " + character);
    }
    return character;
  }

  static byte[] ascii(String label) {
    label.chars().forEach(character -> ascii((char) character));
    return label.getBytes(StandardCharsets.US_ASCII);
  }

  static void escape(byte[] octets, int from, int length, StringBuilder text) {
    for (int i = from; i < from + length; i++) {
      int octet = octets[i] & 0xff;
      if (octet <= ' ' || octet >= 127) {
        text.append('\\').append((char) ('0' + octet / 100));
        text.append((char) ('0' + octet / 10 % 10)).append((char) ('0' + octet % 10));
      } else {
        if ("\\.\"();@$".indexOf(octet) >= 0) {
          text.append('\\');
        }
        text.append((char) octet);
      }
    }
  }
}
