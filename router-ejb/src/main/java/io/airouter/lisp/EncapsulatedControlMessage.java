package io.airouter.lisp;

import java.util.Objects;

/**
 * A control message inside an IP and a UDP header of its own (ECM, RFC 9301 §5.8), by which a
 * Map-Request finds its way through the mapping system.
 *
 * @param ddtOriginated D: on its way through a DDT hierarchy
 * @param inner the inner headers
 * @param message the message inside, not itself encapsulated
 */
public record EncapsulatedControlMessage(
    boolean ddtOriginated, InnerHeaders inner, LispMessage message) implements LispMessage {
  public static final int TYPE = 8;

  public EncapsulatedControlMessage {
    Objects.requireNonNull(inner);
    if (message instanceof EncapsulatedControlMessage) {
      throw new IllegalArgumentException("an ECM inside an ECM");
    }
  }

  @Override
  public int type() {
    return TYPE;
  }

  /**
   * What the inner IP and UDP headers say; both addresses are IPv4 or both IPv6.
   *
   * @param source the asking ITR or the source EID
   * @param destination the EID asked for, in a Map-Request
   * @param sourcePort where the Map-Reply goes, 0..65535
   * @param destinationPort 4342
   */
  public record InnerHeaders(
      LispAddress source, LispAddress destination, int sourcePort, int destinationPort) {
    public InnerHeaders {
      if (source.afi() != destination.afi()
          || (source.afi() != Ipv4Address.AFI && source.afi() != Ipv6Address.AFI)) {
        throw new IllegalArgumentException("inner addresses " + source + " and " + destination);
      }
      if ((sourcePort | destinationPort) >>> 16 != 0) {
        throw new IllegalArgumentException("ports " + sourcePort + " and " + destinationPort);
      }
    }
  }
}
