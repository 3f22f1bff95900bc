package io.airouter.server;

import io.airouter.simulator.DialectName;
import io.airouter.simulator.EndpointSimulator;
import io.airouter.simulator.Fleet;
import io.airouter.simulator.FleetEntry;
import io.airouter.simulator.SimulatorSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A server under test with the seed's fleet simulated beside it, and a database that is new at each
 * run. Most tests share the one that {@link ServerExtension} hands out; those that break it start
 * one of their own.
 */
public final class RunningServer implements AutoCloseable {
  /** An endpoint that the configuration does not know: a model's node before it registers. */
  public static final FleetEntry UNREGISTERED =
      new FleetEntry("gpt-4-node", "gpt-4", DialectName.OPENAI, "127.0.1.9");

  /** Signs the Map-Registers of the configured site. */
  static final String SITE_KEY = "only the tests know this";

  /** Signs tokens, so that tests can speak for users of any role. */
  static final String JWT_SECRET = "for the tests of the whole, and no other use";

  private final Path folder;
  private final Ports ports;
  private final EndpointSimulator simulator;
  private final Map<String, String> environment;
  private ServerProcess process;

  /** The ports of one start; all differ. */
  record Ports(int http, int https, int lisp, int dns, int simulator) {
    static Ports free() {
      return new Ports(
          FreePorts.next(), FreePorts.next(), FreePorts.next(), FreePorts.next(), FreePorts.next());
    }
  }

  private RunningServer(Path folder, Ports ports, Map<String, String> more) throws IOException {
    this.folder = folder;
    this.ports = ports;
    this.simulator = EndpointSimulator.start(simulatorSettings(ports.simulator()));
    this.environment = environment(folder, ports);
    environment.putAll(more);
    this.process = ServerProcess.start(folder, environment);
  }

  /**
   * Starts and waits until it is ready.
   *
   * @param name of its folder under {@code target}
   */
  public static RunningServer start(String name) {
    return start(name, Map.of());
  }

  /** The same with more variables set, such as a database that it shares. */
  static RunningServer start(String name, Map<String, String> more) {
    Path folder = emptyFolder(name);
    try {
      return new RunningServer(folder, Ports.free(), more).awaitReady();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An empty folder under {@code target}; what an earlier run left there is gone. */
  static Path emptyFolder(String name) {
    Path folder = Path.of("target", name).toAbsolutePath();
    try (Stream<Path> old = Files.exists(folder) ? Files.walk(folder) : Stream.empty()) {
      for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SimulatorSettings simulatorSettings(int port) {
    List<FleetEntry> entries = new ArrayList<>(Fleet.SEED.entries());
    entries.add(UNREGISTERED);
    return new SimulatorSettings(
        port, 0, new Fleet(entries), new SplittableRandom(42), InstantSource.system());
  }

  /** What an operator would set for a server in that folder on those ports. */
  static Map<String, String> environment(Path folder, Ports ports) {
    Map<String, String> environment = new HashMap<>();
    environment.put("ROUTER_HTTP_PORT", String.valueOf(ports.http()));
    environment.put("ROUTER_HTTPS_PORT", String.valueOf(ports.https()));
    environment.put("ROUTER_LISP_PORT", String.valueOf(ports.lisp()));
    environment.put("ROUTER_DNS_PORT", String.valueOf(ports.dns()));
    environment.put("ROUTER_SIMULATOR_PORT", String.valueOf(ports.simulator()));
    environment.put("ROUTER_DATA", folder.resolve("data").toString());
    environment.put("ROUTER_CONFIG", configuration().toString());
    environment.put("ROUTER_LOG_FORMAT", "text");
    environment.put("JWT_SECRET", JWT_SECRET);
    environment.put("IT_SITE_KEY", SITE_KEY);
    return environment;
  }

  static Path configuration() {
    return Path.of("src", "test", "resources", "router-it.yaml").toAbsolutePath();
  }

  private RunningServer awaitReady() {
    try {
      process.awaitReady(http());
      return this;
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Kills the server as a crash would and starts it anew on what it left. */
  void killAndRestart() {
    kill();
    process = ServerProcess.start(folder, environment);
    awaitReady();
  }

  /** Kills the server as a crash would. */
  void kill() {
    process.kill();
  }

  public URI http() {
    return URI.create("http://127.0.0.1:" + ports.http());
  }

  public InetSocketAddress dns() {
    return new InetSocketAddress("127.0.0.1", ports.dns());
  }

  public InetSocketAddress lisp() {
    return new InetSocketAddress("127.0.0.1", ports.lisp());
  }

  public EndpointSimulator simulator() {
    return simulator;
  }

  /** What the server wrote to its console so far. */
  public String output() {
    return process.output();
  }

  public Path data() {
    return folder.resolve("data");
  }

  public String administratorName() {
    return firstAdministrator("name: ");
  }

  /** The one-time password; gone once it was changed. */
  public String administratorPassword() {
    return firstAdministrator("password: ");
  }

  private String firstAdministrator(String label) {
    try (Stream<String> lines = Files.lines(data().resolve("first-administrator.txt"))) {
      return lines
          .filter(line -> line.startsWith(label))
          .map(line -> line.substring(label.length()))
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.close();
    simulator.close();
  }
}
