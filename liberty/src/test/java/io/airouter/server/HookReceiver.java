package io.airouter.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The web hook of {@code router-it.yaml}; it fails each notification's first attempt. */
final class HookReceiver implements AutoCloseable {
  static final String SECRET = "the receiver knows this too";

  private static final String ADDRESS = "127.0.9.9";

  private final HttpServer server;
  private final List<Notice> notices = new CopyOnWriteArrayList<>();

  /** What came in. */
  record Notice(String delivery, String signature, String body) {
    JsonObject json() {
      try (var reader = Json.createReader(new StringReader(body))) {
        return reader.readObject();
      }
    }

    String event() {
      return json().getString("event");
    }

    String rule() {
      return json().getJsonObject("rule").getString("id");
    }

    /** As a receiver would check it, with nothing of the router's own. */
    boolean isSigned() throws GeneralSecurityException {
      String time = signature.substring(2, signature.indexOf(",v1="));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] code = mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8));
      return signature.equals("t=" + time + ",v1=" + HexFormat.of().formatHex(code));
    }
  }

  HookReceiver(int port) {
    try {
      this.server = HttpServer.create(new InetSocketAddress(ADDRESS, port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/hooks/router", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String delivery = exchange.getRequestHeaders().getFirst("X-Router-Delivery");
    boolean first = notices.stream().noneMatch(notice -> notice.delivery().equals(delivery));
    notices.add(
        new Notice(delivery, exchange.getRequestHeaders().getFirst("X-Router-Signature"), body));
    exchange.sendResponseHeaders(first ? 503 : 204, -1);
    exchange.close();
  }

  List<Notice> of(String rule, String event) {
    return notices.stream().filter(n -> n.rule().equals(rule) && n.event().equals(event)).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
