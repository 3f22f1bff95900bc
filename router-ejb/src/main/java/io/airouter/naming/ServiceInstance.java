package io.airouter.naming;

import java.net.InetAddress;
import java.util.List;

/**
 * One place a service is offered at; {@code endpoint} is its host label below {@code ep.<zone>}.
 *
 * @param priority and {@code weight} as in an SRV record (RFC 2782)
 * @param serving whether answers may name it now
 */
public record ServiceInstance(
    String endpoint,
    List<InetAddress> addresses,
    int port,
    int priority,
    int weight,
    boolean tls,
    boolean serving) {
  public ServiceInstance {
    addresses = List.copyOf(addresses);
  }
}
