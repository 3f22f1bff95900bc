package io.airouter.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** A receiver of hooks on loopback that answers in turn as it is told to; the last answer stays. */
final class HookServer implements AutoCloseable {
  /** Never answers, until the server is closed. */
  static final int HANG = 0;

  private final HttpServer server;
  private final List<Integer> answers;
  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private int next;

  /** What came in. */
  record Received(String path, String signature, String delivery, String event, String body) {}

  HookServer(Integer... answers) {
    this.answers = List.of(answers);
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook?token=secret");
  }

  BlockingQueue<Received> received() {
    return received;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    received.add(
        new Received(
            exchange.getRequestURI().getPath(),
            String.valueOf(exchange.getRequestHeaders().getFirst("X-Router-Signature")),
            exchange.getRequestHeaders().getFirst("X-Router-Delivery"),
            exchange.getRequestHeaders().getFirst("X-Router-Event"),
            body));
    int status = status();
    if (status == HANG) {
      return;
    }
    if (status / 100 == 3) {
      exchange.getResponseHeaders().add("Location", "/elsewhere");
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private synchronized int status() {
    int status = answers.get(Math.min(next, answers.size() - 1));
    next++;
    return status;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
