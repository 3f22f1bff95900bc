package io.airouter.upstream;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An HTTP server on loopback whose every octet a test decides, misbehaviour included. */
final class TinyServer implements AutoCloseable {
  private final ServerSocket listener;
  private final Answer answer;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();

  /** Writes the response; the connection is closed when it returns false. */
  @FunctionalInterface
  interface Answer {
    boolean answer(Request request, OutputStream out) throws IOException;
  }

  /** What came in; {@code head} has the request line and the headers, in lower case. */
  record Request(String head, String body) {}

  TinyServer(Answer answer) {
    this.answer = answer;
    try {
      this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** A server that gives that response to everybody and keeps connections. */
  static TinyServer saying(String response) {
    return new TinyServer(
        (request, out) -> {
          out.write(response.getBytes(StandardCharsets.UTF_8));
          return true;
        });
  }

  static String response(int status, String type, String body) {
    return "HTTP/1.1 "
        + status
        + " x\r\nContent-Type: "
        + type
        + "\r\nContent-Length: "
        + body.getBytes(StandardCharsets.UTF_8).length
        + "\r\n\r\n"
        + body;
  }

  static String chunked(String type, String... pieces) {
    StringBuilder text =
        new StringBuilder("HTTP/1.1 200 OK\r\nContent-Type: ")
            .append(type)
            .append("\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (String piece : pieces) {
      int length = piece.getBytes(StandardCharsets.UTF_8).length;
      text.append(Integer.toHexString(length)).append("\r\n").append(piece).append("\r\n");
    }
    return text.toString();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  List<Request> requests() {
    return requests;
  }

  int connections() {
    return connections.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listener.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      boolean open = true;
      while (open) {
        Request request = read(in);
        if (request.head().isEmpty()) {
          return;
        }
        requests.add(request);
        open = answer.answer(request, socket.getOutputStream());
        socket.getOutputStream().flush();
      }
    } catch (IOException e) {
      // The client left, as some tests want it to.
    }
  }

  private static Request read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int octet = in.read();
      if (octet < 0) {
        return new Request("", "");
      }
      head.write(octet);
    }
    String text = head.toString(StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    int at = text.indexOf("content-length: ");
    int length =
        at < 0 ? 0 : Integer.parseInt(text.substring(at + 16, text.indexOf("\r\n", at)).strip());
    return new Request(text, new String(in.readNBytes(length), StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
