package io.airouter.server;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Random;

/**
 * Finds ports that nobody uses now, below those that the system gives to outgoing connections, so
 * that only another test run may be quicker.
 */
final class FreePorts {
  private static final int TRIES = 50;
  private static final int FIRST = 20_000;
  private static final int LAST = 29_999;
  private static final Random RANDOM = new Random();

  private FreePorts() {}

  /** One number that is free for UDP and TCP alike. */
  static int next() {
    for (int i = 0; i < TRIES; i++) {
      int port = RANDOM.nextInt(FIRST, LAST + 1);
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      try (ServerSocket tcp = new ServerSocket();
          DatagramSocket udp = new DatagramSocket(address)) {
        tcp.bind(address);
        return udp.getLocalPort();
      } catch (IOException e) {
        // Taken: the next one.
        continue;
      }
    }
    throw new IllegalStateException("no port is free for UDP and TCP");
  }
}
