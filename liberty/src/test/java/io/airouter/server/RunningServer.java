package io.airouter.server;

import io.airouter.simulator.EndpointSimulator;
import io.airouter.simulator.SimulatorSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One server for all tests of the JVM, with the seed's fleet simulated beside it and a database
 * that is new at each run.
 */
public final class RunningServer implements AutoCloseable {
  private static final Path FOLDER = Path.of("target", "running-server").toAbsolutePath();

  private final Ports ports;
  private final EndpointSimulator simulator;
  private final ServerProcess process;

  private record Ports(int http, int https, int lisp, int dns, int simulator) {}

  private RunningServer(Ports ports, EndpointSimulator simulator, ServerProcess process) {
    this.ports = ports;
    this.simulator = simulator;
    this.process = process;
  }

  /** Starts and waits until it is ready. */
  public static RunningServer start() {
    Ports ports =
        new Ports(
            FreePorts.tcp(),
            FreePorts.tcp(),
            FreePorts.udpAndTcp(),
            FreePorts.udpAndTcp(),
            FreePorts.tcp());
    forgetLastRun();
    try {
      EndpointSimulator simulator =
          EndpointSimulator.start(SimulatorSettings.onPorts(ports.simulator(), 0));
      ServerProcess process = ServerProcess.start(FOLDER, environment(ports));
      RunningServer server = new RunningServer(ports, simulator, process);
      process.awaitReady(server.http());
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> environment(Ports ports) {
    Map<String, String> environment = new HashMap<>();
    environment.put("ROUTER_HTTP_PORT", String.valueOf(ports.http()));
    environment.put("ROUTER_HTTPS_PORT", String.valueOf(ports.https()));
    environment.put("ROUTER_LISP_PORT", String.valueOf(ports.lisp()));
    environment.put("ROUTER_DNS_PORT", String.valueOf(ports.dns()));
    environment.put("ROUTER_SIMULATOR_PORT", String.valueOf(ports.simulator()));
    environment.put("ROUTER_DATA", FOLDER.resolve("data").toString());
    environment.put(
        "ROUTER_CONFIG",
        Path.of("src", "test", "resources", "router-it.yaml").toAbsolutePath() + "");
    return environment;
  }

  private static void forgetLastRun() {
    try (Stream<Path> old = Files.exists(FOLDER) ? Files.walk(FOLDER) : Stream.empty()) {
      for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    return FOLDER.resolve("data");
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
