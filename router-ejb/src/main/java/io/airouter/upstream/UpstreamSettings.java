package io.airouter.upstream;

import java.time.Duration;

/**
 * Bounds of the calls to endpoints.
 *
 * @param connectTimeout until a TCP connection, and TLS where it is used, stands
 * @param totalTimeout for one whole answer, streams included
 * @param maxConnections over all endpoints
 * @param maxConnectionsPerEndpoint to one host and port
 * @param maxResponseOctets of one answer; a longer one is rubbish
 */
public record UpstreamSettings(
    Duration connectTimeout,
    Duration totalTimeout,
    int maxConnections,
    int maxConnectionsPerEndpoint,
    long maxResponseOctets) {
  /** 2 s to connect, 600 s in all, 4096 connections, 1024 to one endpoint, 32 MiB. */
  public static final UpstreamSettings DEFAULT =
      new UpstreamSettings(
          Duration.ofSeconds(2), Duration.ofSeconds(600), 4_096, 1_024, 32L * 1024 * 1024);

  public UpstreamSettings {
    if (!connectTimeout.isPositive() || !totalTimeout.isPositive()) {
      throw new IllegalArgumentException("a timeout is positive");
    }
    if (maxConnections < 1 || maxConnectionsPerEndpoint < 1 || maxResponseOctets < 1) {
      throw new IllegalArgumentException("a bound is at least 1");
    }
  }
}
