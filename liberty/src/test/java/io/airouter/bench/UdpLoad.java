package io.airouter.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** A few sockets, each with a window of requests under way. Bounded in time and in number. */
record UdpLoad(InetSocketAddress server, Datagrams datagrams) {
  private static final int SOCKETS = 4;
  private static final int WINDOW = 16;
  private static final int MOST_REQUESTS_A_SOCKET = 2_000_000;
  private static final int LOST_AFTER_MS = 200;

  Sample run(Duration time) {
    LongAdder answered = new LongAdder();
    LongAdder failed = new LongAdder();
    long begin = System.nanoTime();
    long end = begin + time.toNanos();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < SOCKETS; i++) {
      threads.add(
          Thread.ofPlatform().daemon().name("udp-" + i).start(() -> ask(end, answered, failed)));
    }
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    Duration elapsed = Duration.ofNanos(System.nanoTime() - begin);
    return new Sample(answered.sum(), failed.sum(), elapsed, Duration.ZERO, Duration.ZERO);
  }

  private void ask(long end, LongAdder answered, LongAdder failed) {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(server);
      socket.setSoTimeout(LOST_AFTER_MS);
      DatagramPacket reply = new DatagramPacket(new byte[2048], 2048);
      int sent = 0;
      int underWay = 0;
      while (sent < MOST_REQUESTS_A_SOCKET && System.nanoTime() < end) {
        for (; underWay < WINDOW; underWay++) {
          byte[] request = datagrams.request(sent++);
          socket.send(new DatagramPacket(request, request.length));
        }
        try {
          reply.setLength(reply.getData().length);
          socket.receive(reply);
          underWay--;
          (datagrams.isAnswer(reply.getData(), reply.getLength()) ? answered : failed).increment();
        } catch (SocketTimeoutException e) {
          failed.add(underWay);
          underWay = 0;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
