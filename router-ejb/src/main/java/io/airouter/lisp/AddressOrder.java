package io.airouter.lisp;

import java.util.Comparator;

/** RFC 9301 §5.5 for IP addresses; family, then content, for the rest. */
enum AddressOrder implements Comparator<LispAddress> {
  INSTANCE;

  @Override
  public int compare(LispAddress left, LispAddress right) {
    if (left.afi() != right.afi()) {
      return Integer.compare(rank(left), rank(right));
    }
    return switch (left) {
      case Ipv4Address v4 -> Integer.compareUnsigned(v4.bits(), ((Ipv4Address) right).bits());
      case Ipv6Address v6 -> v6.compareBits((Ipv6Address) right);
      case MacAddress mac -> Long.compare(mac.bits(), ((MacAddress) right).bits());
      case DistinguishedName name -> name.name().compareTo(((DistinguishedName) right).name());
      case NoAddress _ -> 0;
      case LcafAddress lcaf -> compareLcaf(lcaf, (LcafAddress) right);
    };
  }

  private static int rank(LispAddress address) {
    return address.afi() == NoAddress.AFI ? Integer.MAX_VALUE : address.afi();
  }

  private int compareLcaf(LcafAddress left, LcafAddress right) {
    if (left instanceof InstanceId a && right instanceof InstanceId b) {
      return Comparator.comparingLong(InstanceId::instanceId)
          .thenComparingInt(InstanceId::maskLength)
          .thenComparing(InstanceId::address, this)
          .compare(a, b);
    }
    if (left instanceof OpaqueLcaf a && right instanceof OpaqueLcaf b) {
      return Comparator.comparingInt(OpaqueLcaf::type)
          .thenComparingInt(OpaqueLcaf::rsvd2)
          .thenComparing(OpaqueLcaf::octets)
          .compare(a, b);
    }
    return Integer.compare(left.type(), right.type());
  }
}
