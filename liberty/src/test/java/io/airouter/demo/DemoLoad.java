package io.airouter.demo;

import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.LispAddress;
import io.airouter.lisp.MapRequest;
import io.airouter.lisp.codec.LispEncoder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.SplittableRandom;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * Asks the router of this machine about four queries, ten names and two EIDs a second over all its
 * faces, and every few minutes lets one simulated endpoint fail for a while, so that there is
 * something to see. It ends with its standard input, at the latest after eight hours.
 */
public final class DemoLoad {
  private static final Duration LONGEST = Duration.ofHours(8);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int UDP_PATIENCE_MILLIS = 3_000;
  private static final Duration BETWEEN_INCIDENTS = Duration.ofMinutes(4);
  private static final Duration INCIDENT = Duration.ofSeconds(25);
  private static final String INCIDENT_AT = "gpt-4-secondary";

  private final URI router;
  private final InetSocketAddress dns;
  private final InetSocketAddress lisp;
  private final URI simulator;
  private final SplittableRandom random = new SplittableRandom();
  private final DemoQueries queries = new DemoQueries(random);
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  private DemoLoad(URI router, int dnsPort, int lispPort, URI simulator) {
    this.router = router;
    InetAddress loopback = InetAddress.getLoopbackAddress();
    this.dns = new InetSocketAddress(loopback, dnsPort);
    this.lisp = new InetSocketAddress(loopback, lispPort);
    this.simulator = simulator;
  }

  /** The router's address, its DNS and LISP ports, and the simulator's control address. */
  public static void main(String[] where) throws IOException, InterruptedException {
    DemoLoad load =
        new DemoLoad(
            URI.create(where[0]),
            Integer.parseInt(where[1]),
            Integer.parseInt(where[2]),
            URI.create(where[3]));
    load.start();
    Thread lifeline = Thread.ofPlatform().daemon().start(DemoLoad::awaitEndOfInput);
    lifeline.join(LONGEST);
    System.exit(0);
  }

  private static void awaitEndOfInput() {
    try {
      while (System.in.read() >= 0) {
        // whatever is typed is of no interest, only its end is
      }
    } catch (IOException e) {
      // An input that broke has ended as well.
      System.err.println("the load ends: " + e.getMessage());
    }
  }

  private void start() {
    every(Duration.ofMillis(500), () -> post("route", queries.route()));
    every(Duration.ofMillis(700), () -> post("v1/chat/completions", queries.chat()));
    every(Duration.ofMillis(100), this::askDns);
    every(Duration.ofMillis(500), this::askLisp);
    every(BETWEEN_INCIDENTS, this::incident);
  }

  /** Each task waits for its own answer, so that a slow router is asked less. */
  private static void every(Duration period, Task task) {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                while (true) {
                  attempt(task);
                  Thread.sleep(period);
                }
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private static void attempt(Task task) throws InterruptedException {
    try {
      task.run();
    } catch (IOException e) {
      // A router that is away for a moment is asked again.
      System.err.println("no answer: " + e.getMessage());
    }
  }

  private void post(String path, JsonObject body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(router.resolve(path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()))
            .build();
    http.send(request, BodyHandlers.discarding());
  }

  private void askDns() throws IOException {
    boolean srv = random.nextInt(4) == 0;
    String name = (srv ? "_http._tcp." : "") + queries.model() + ".ai-workload.internal.";
    Record question = Record.newRecord(Name.fromString(name), srv ? Type.SRV : Type.A, DClass.IN);
    exchange(dns, Message.newQuery(question).toWire());
  }

  private void askLisp() throws IOException {
    EidPrefix eid = EidPrefix.parse("10.100.0." + (1 + random.nextInt(6)));
    MapRequest request = MapRequest.of(random.nextLong(), eid, LispAddress.parse("127.0.0.1"));
    exchange(lisp, LispEncoder.encode(request));
  }

  private static void exchange(InetSocketAddress server, byte[] packet) throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      socket.setSoTimeout(UDP_PATIENCE_MILLIS);
      socket.send(new DatagramPacket(packet, packet.length, server));
      socket.receive(new DatagramPacket(new byte[4_096], 4_096));
    }
  }

  /** One endpoint answers little but errors for a while. */
  private void incident() throws IOException, InterruptedException {
    behave("{\"error_rate\": 0.7}");
    Thread.sleep(INCIDENT);
    behave("{\"error_rate\": 0}");
  }

  private void behave(String behaviour) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(simulator.resolve("endpoints/" + INCIDENT_AT))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(behaviour))
            .build();
    http.send(request, BodyHandlers.discarding());
  }

  /** One exchange with the router or the simulator. */
  @FunctionalInterface
  private interface Task {
    void run() throws IOException, InterruptedException;
  }
}
