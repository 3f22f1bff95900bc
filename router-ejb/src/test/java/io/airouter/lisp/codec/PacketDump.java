package io.airouter.lisp.codec;

import java.util.HexFormat;
import java.util.stream.Collectors;

/** Reads packets written as lines of hexadecimal octets, each with a comment behind {@code #}. */
final class PacketDump {
  private PacketDump() {}

  static byte[] parse(String dump) {
    String digits =
        dump.lines()
            .map(line -> line.replaceFirst("#.*", "").replaceAll("\\s", ""))
            .collect(Collectors.joining());
    return HexFormat.of().parseHex(digits);
  }
}
