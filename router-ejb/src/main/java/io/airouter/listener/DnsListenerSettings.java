package io.airouter.listener;

import java.net.InetAddress;

/**
 * Where the DNS plane listens and how much it lets TCP clients hold.
 *
 * @param port of UDP and TCP alike; 0 for any free one
 * @param maxTcpConnections open at once; further ones are closed on arrival
 * @param tcpIdleSeconds a connection may go without a whole query (RFC 7766 §6.2.3)
 */
public record DnsListenerSettings(
    InetAddress bindAddress, int port, int maxTcpConnections, int tcpIdleSeconds) {
  public static final int DEFAULT_MAX_TCP_CONNECTIONS = 1_000;
  public static final int DEFAULT_TCP_IDLE_SECONDS = 10;

  public DnsListenerSettings {
    if (port < 0 || port > 0xffff) {
      throw new IllegalArgumentException("port " + port + ": 0..65535");
    }
    if (maxTcpConnections < 1 || tcpIdleSeconds < 1) {
      throw new IllegalArgumentException("TCP limits are at least 1");
    }
  }

  public static DnsListenerSettings of(InetAddress bindAddress, int port) {
    return new DnsListenerSettings(
        bindAddress, port, DEFAULT_MAX_TCP_CONNECTIONS, DEFAULT_TCP_IDLE_SECONDS);
  }
}
