package io.airouter.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The ports of one benchmark, free when they were chosen. */
record Ports(int http, int https, int lisp, int dns, int simulator, int control) {

  static Ports free() throws IOException {
    return new Ports(one(), one(), one(), one(), one(), one());
  }

  private static int one() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
