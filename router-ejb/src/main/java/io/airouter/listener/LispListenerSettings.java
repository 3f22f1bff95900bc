package io.airouter.listener;

import io.airouter.mapserver.MapServer;
import java.net.InetAddress;
import java.util.Objects;

/**
 * Where the LISP plane listens.
 *
 * @param port UDP; 0 for any free one
 */
public record LispListenerSettings(InetAddress bindAddress, int port) {
  public LispListenerSettings {
    Objects.requireNonNull(bindAddress);
    if (port < 0 || port > 0xffff) {
      throw new IllegalArgumentException("port " + port + ": 0..65535");
    }
  }

  /** On the port that RFC 9301 assigns. */
  public static LispListenerSettings of(InetAddress bindAddress) {
    return new LispListenerSettings(bindAddress, MapServer.CONTROL_PORT);
  }
}
