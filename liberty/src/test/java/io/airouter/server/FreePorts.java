package io.airouter.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds ports that nobody uses now; another process may still be quicker. */
final class FreePorts {
  private static final int TRIES = 50;

  private FreePorts() {}

  static int tcp() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One number that is free for UDP and TCP alike. */
  static int udpAndTcp() {
    for (int i = 0; i < TRIES; i++) {
      int port = tcp();
      try (DatagramSocket socket =
          new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
        return socket.getLocalPort();
      } catch (IOException e) {
        // Taken for UDP: the next one.
        continue;
      }
    }
    throw new IllegalStateException("no port is free for UDP and TCP");
  }
}
