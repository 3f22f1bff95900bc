package io.airouter.dns.codec;

import io.airouter.dns.RecordData;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Address records from octets. */
final class Addresses {
  private Addresses() {}

  static RecordData.A a(int first, int second, int third, int fourth) {
    byte[] octets = {(byte) first, (byte) second, (byte) third, (byte) fourth};
    return new RecordData.A((Inet4Address) of(octets));
  }

  static RecordData.AAAA aaaa(byte[] octets) {
    return new RecordData.AAAA((Inet6Address) of(octets));
  }

  private static InetAddress of(byte[] octets) {
    try {
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
