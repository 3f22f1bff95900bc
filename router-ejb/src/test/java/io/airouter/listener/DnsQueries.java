package io.airouter.listener;

import io.airouter.dns.DomainName;
import io.airouter.nameserver.Zones;
import io.airouter.naming.Service;
import io.airouter.naming.ServiceInstance;
import java.nio.ByteBuffer;
import java.util.stream.IntStream;

/** Query packets and a service to ask for. */
final class DnsQueries {
  private DnsQueries() {}

  /** A query of ID 0x2b07 and class IN without EDNS. */
  static byte[] query(String name, int type) {
    byte[] wire = DomainName.parse(name).toWire();
    return ByteBuffer.allocate(16 + wire.length)
        .putShort((short) 0x2b07)
        .putShort((short) 0)
        .putShort((short) 1)
        .putShort((short) 0)
        .putInt(0)
        .put(wire)
        .putShort((short) type)
        .putShort((short) 1)
        .array();
  }

  /** {@code gpt-4} with that many endpoints of equal weight. */
  static Service manyEndpoints(int count) {
    return Zones.service(
        "gpt-4",
        IntStream.range(0, count)
            .mapToObj(i -> Zones.instance("gpt-4-" + i, 10, "127.0.1." + i))
            .toArray(ServiceInstance[]::new));
  }
}
