package io.airouter.boot;

import io.airouter.boot.configuration.RouterConfiguration;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** The address that the router's own sockets are bound to. */
final class BindAddress {
  private BindAddress() {}

  static InetAddress of(RouterConfiguration configuration) {
    String bind = configuration.server().bind();
    try {
      return InetAddress.getByName(bind.equals("*") ? "0.0.0.0" : bind);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(
          "ROUTER_BIND '" + bind + "' is neither an address nor a known host", e);
    }
  }
}
