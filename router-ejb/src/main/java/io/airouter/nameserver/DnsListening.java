package io.airouter.nameserver;

/**
 * Whether the DNS port is open over UDP and TCP, and where; {@code address} is {@code host:port}.
 */
public interface DnsListening {
  boolean open();

  String address();
}
