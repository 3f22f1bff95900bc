package io.airouter.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Random;

/** Sends datagrams from a loopback port of its own. */
final class Datagrams {
  private Datagrams() {}

  static byte[] random(Random random, int length) {
    byte[] octets = new byte[length];
    random.nextBytes(octets);
    return octets;
  }

  static void send(InetSocketAddress to, List<byte[]> packets) {
    try (DatagramSocket socket =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      for (byte[] packet : packets) {
        socket.send(new DatagramPacket(packet, packet.length, to));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
