package io.airouter.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One persistent HTTP/1.1 connection; bodies are read and thrown away. For one thread. */
final class HttpConnection implements AutoCloseable {
  private static final int ANSWER_LIMIT_MS = 10_000;
  private static final int LONGEST_LINE = 8192;
  private static final int UNKNOWN = -1;

  private final Socket socket = new Socket();
  private final BufferedInputStream in;
  private boolean reusable = true;

  HttpConnection(InetSocketAddress server) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(ANSWER_LIMIT_MS);
    socket.connect(server, ANSWER_LIMIT_MS);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** False when the other side closes after its last answer. */
  boolean isReusable() {
    return reusable;
  }

  /** Sends the request as it is, and reads the whole answer; the status of it. */
  int exchange(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    int status = Integer.parseInt(line().substring(9, 12));
    int length = UNKNOWN;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).strip());
      } else if (lower.startsWith("transfer-encoding:")) {
        chunked = lower.contains("chunked");
      } else if (lower.startsWith("connection:") && lower.contains("close")) {
        reusable = false;
      }
    }
    if (chunked) {
      skipChunks();
    } else {
      skip(length);
    }
    return status;
  }

  private void skipChunks() throws IOException {
    int size;
    do {
      size = Integer.parseInt(line().strip(), 16);
      skip(size);
      line();
    } while (size > 0);
  }

  private void skip(int length) throws IOException {
    if (length == UNKNOWN) {
      throw new IOException("an answer without a length");
    }
    in.skipNBytes(length);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0 || line.length() > LONGEST_LINE) {
        throw new EOFException("the answer ends in a line of its head");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  /** The bytes of a POST of JSON. */
  static byte[] post(InetSocketAddress server, String path, String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    String head =
        "POST %s HTTP/1.1\r\nHost: %s:%d\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(path, server.getHostString(), server.getPort(), body.length);
    return (head + json).getBytes(StandardCharsets.UTF_8);
  }
}
