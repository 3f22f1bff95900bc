package io.airouter.boot.configuration;

import io.airouter.naming.Zone;
import java.util.Objects;

/**
 * The DNS side.
 *
 * @param port UDP and TCP
 */
public record DnsSettings(int port, Zone zone) {
  public DnsSettings {
    Objects.requireNonNull(zone);
  }
}
