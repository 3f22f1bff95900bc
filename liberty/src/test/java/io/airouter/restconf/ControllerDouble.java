package io.airouter.restconf;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;

/**
 * An OpenDaylight controller's RESTCONF on loopback, without OpenDaylight: it keeps what is written
 * and answers as a real one was seen to, its defects included. It asks for Basic authentication.
 */
public final class ControllerDouble implements AutoCloseable {
  public static final String USERNAME = "admin";
  public static final String PASSWORD = "the controller's own password";

  /** What a plain read of the whole would show; nobody should ever read or log it. */
  public static final String CLEAR_TEXT_KEY = "clear-text-site-key";

  static final String ROOT = "/restconf";
  static final String NETWORK =
      ROOT + "/data/odl-mappingservice:mapping-database/virtual-network-identifier=0";
  private static final String ENTRY = NETWORK + "/mapping=";

  private final HttpServer server;
  private final String scheme;
  private final MappingDatabaseDouble mappings = new MappingDatabaseDouble();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile Mood mood = Mood.WELL;
  private volatile boolean tellsRoot = true;

  private ControllerDouble(HttpServer server, String scheme) {
    this.server = server;
    this.scheme = scheme;
    server.createContext("/", this::handle);
    server.setExecutor(task -> Thread.ofVirtual().name("controller-double").start(task));
    server.start();
  }

  /** On a free port, or that one. */
  public static ControllerDouble start(int port) throws IOException {
    return new ControllerDouble(HttpServer.create(loopback(port), 50), "http");
  }

  /** With TLS. */
  public static ControllerDouble start(SSLContext context) throws IOException {
    HttpsServer server = HttpsServer.create(loopback(0), 50);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    return new ControllerDouble(server, "https");
  }

  private static InetSocketAddress loopback(int port) {
    return new InetSocketAddress("127.0.0.1", port);
  }

  /** Without a path: the root is to be discovered. */
  public URI url() {
    return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
  }

  public void setMood(Mood next) {
    mood = next;
  }

  /** As servers that know no host-meta. */
  public void hideRoot() {
    tellsRoot = false;
  }

  /** Method and path of all requests so far. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** The row as it was written. */
  public Optional<JsonObject> row(String eidUri) {
    return mappings.row(eidUri);
  }

  public Set<String> eids() {
    return mappings.eids();
  }

  /** Somebody else writes northbound. */
  public void configure(JsonObject row) {
    mappings.configure(row);
  }

  /** Somebody else deletes northbound. */
  public void remove(String eidUri) {
    mappings.delete(eidUri + ",northbound");
  }

  /** An xTR registers, or the resolver makes up a negative row. */
  public void register(JsonObject row) {
    mappings.register(row);
  }

  public void forgetRegistrations() {
    mappings.forgetRegistrations();
  }

  /** As a controller that lost its memory. */
  public void clear() {
    mappings.clear();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      if (mood == Mood.HANGS) {
        closing.await();
        return;
      }
      Reply reply =
          isKnown(exchange) ? reply(exchange, path, query, body) : Reply.plain(401, "", "");
      send(exchange, reply);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isKnown(HttpExchange exchange) {
    String pair = USERNAME + ":" + PASSWORD;
    String expected =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return expected.equals(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  private Reply reply(HttpExchange exchange, String path, String query, String body) {
    return switch (mood) {
      case FAILS -> Reply.plain(500, "text/html", "<html>Internal Server Error</html>");
      case OVERLOADED -> Reply.error(429, "resource-denied").with("Retry-After", "2");
      case RAVES -> Reply.plain(200, "text/plain", "it is sunny");
      case REDIRECTS -> Reply.empty(302).with("Location", "http://127.0.0.1:1/elsewhere");
      case HAS_NO_SERVICE -> Reply.plain(404, "text/html", "<html>Not Found</html>");
      default -> served(exchange, path, query, body);
    };
  }

  private Reply served(HttpExchange exchange, String path, String query, String body) {
    if (path.equals("/.well-known/host-meta")) {
      return tellsRoot ? hostMeta() : Reply.plain(404, "text/html", "<html>Not Found</html>");
    }
    String method = exchange.getRequestMethod();
    if (mood == Mood.REFUSES_WRITES && !method.equals("GET")) {
      return Reply.error(400, "malformed-message");
    }
    if (path.equals(NETWORK)) {
      return switch (method) {
        case "GET" -> mappings.network(query).with("ETag", "\"2015-09-06-node\"");
        case "POST" -> mappings.post(body);
        default -> Reply.error(405, "operation-not-supported");
      };
    }
    if (!path.startsWith(ENTRY)) {
      return Reply.plain(404, "text/html", "<html>Not Found</html>");
    }
    return entry(exchange, path.substring(ENTRY.length()), body);
  }

  private Reply entry(HttpExchange exchange, String key, String body) {
    boolean isYang =
        "application/yang-data+json".equals(exchange.getRequestHeaders().getFirst("Content-Type"));
    return switch (exchange.getRequestMethod()) {
      case "GET" -> mappings.get(key).with("ETag", "\"2015-09-06-node\"");
      case "PUT" -> isYang ? mappings.put(key, body) : Reply.error(415, "unsupported");
      case "PATCH" -> {
        Reply merged = mappings.put(key, body);
        yield merged.status() < 300 ? Reply.empty(200) : merged;
      }
      case "DELETE" -> mappings.delete(key);
      default -> Reply.error(405, "operation-not-supported");
    };
  }

  private static Reply hostMeta() {
    String xrd =
        """
        <?xml version='1.0' encoding='UTF-8'?>
        <XRD xmlns='http://docs.oasis-open.org/ns/xri/xrd-1.0'>
          <Link rel='restconf' href='%s'/>
        </XRD>
        """
            .formatted(ROOT);
    return Reply.plain(200, "application/xrd+xml", xrd);
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    byte[] octets = reply.body().getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers = reply.headers();
    headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    if (!reply.type().isEmpty()) {
      exchange.getResponseHeaders().set("Content-Type", reply.type());
    }
    exchange.sendResponseHeaders(reply.status(), octets.length == 0 ? -1 : octets.length);
    if (octets.length > 0) {
      exchange.getResponseBody().write(octets);
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
  }
}
