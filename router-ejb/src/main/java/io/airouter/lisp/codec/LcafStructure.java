package io.airouter.lisp.codec;

import io.airouter.wire.MalformedPacketException;
import io.airouter.wire.PacketReader;

/**
 * Checks that the addresses inside an LCAF we carry unread lie within its Length (RFC 8060 §4, §5).
 * Formats of which deployed senders differ from the RFC (Geo-Coordinates, JSON) and those without
 * addresses are not looked into.
 */
final class LcafStructure {
  private static final String FIELD = "address in an LCAF";

  private LcafStructure() {}

  static void check(int type, PacketReader body, int depth) throws MalformedPacketException {
    switch (type) {
      case 1 -> repeated(body, 0, depth); // AFI list
      case 3 -> once(body, 4, 1, depth); // AS number
      case 4 -> once(body, 12, 1, depth); // application data: TOS, protocol, port ranges
      case 7 -> repeatedAfter(body, 4, depth); // NAT traversal: two ports
      case 8 -> once(body, 4, 1, depth); // nonce locator
      case 9 -> once(body, 8, 2, depth); // multicast: instance, reserved, two mask lengths
      case 10 -> repeated(body, 2, depth); // explicit locator path: flags before each hop
      case 12 -> once(body, 4, 2, depth); // source/destination: reserved, two mask lengths
      case 13 -> repeated(body, 4, depth); // replication list: level before each entry
      case 15 -> once(body, 0, 2, depth); // key and value
      default -> {}
    }
  }

  private static void once(PacketReader body, int before, int addresses, int depth)
      throws MalformedPacketException {
    body.skip(before, FIELD);
    for (int i = 0; i < addresses; i++) {
      AddressReader.read(body, FIELD, depth);
    }
  }

  private static void repeated(PacketReader body, int beforeEach, int depth)
      throws MalformedPacketException {
    while (body.hasRemaining()) {
      once(body, beforeEach, 1, depth);
    }
  }

  private static void repeatedAfter(PacketReader body, int before, int depth)
      throws MalformedPacketException {
    body.skip(before, FIELD);
    repeated(body, 0, depth);
  }
}
