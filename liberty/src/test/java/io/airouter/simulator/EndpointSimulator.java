package io.airouter.simulator;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A running fleet of simulated model endpoints with its control server. Tests start it in their own
 * JVM on free ports; {@link #main} runs it as a process of its own. Everything it opens is on
 * loopback addresses and is closed by {@link #close}. Safe for many threads.
 */
public final class EndpointSimulator implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(EndpointSimulator.class.getName());
  private static final String LOCALHOST = "127.0.0.1";

  private final Map<String, SimulatedEndpoint> endpoints = new LinkedHashMap<>();
  private final ControlServer control;

  private EndpointSimulator(SimulatorSettings settings) throws IOException {
    try {
      for (FleetEntry entry : settings.fleet().entries()) {
        InetSocketAddress address = addressOf(entry, settings.port(), endpoints.size());
        endpoints.put(entry.id(), opened(entry, address, settings));
      }
      InetSocketAddress address = new InetSocketAddress(LOCALHOST, settings.controlPort());
      this.control = openedControl(address);
    } catch (IOException e) {
      endpoints.values().forEach(SimulatedEndpoint::close);
      throw e;
    }
  }

  /** Runs the simulator until TERM, or until its stdin or the given parent process ends. */
  public static void main(String[] arguments) {
    System.exit(new SimulatorProcess(System.out, System.err).run(arguments, System.getenv()));
  }

  /**
   * Starts the fleet.
   *
   * @throws BindException when a port is taken; the message is one line naming port and variable
   */
  public static EndpointSimulator start(SimulatorSettings settings) throws IOException {
    return new EndpointSimulator(settings);
  }

  /** Where each endpoint listens, without a path; in the fleet's order. */
  public Map<String, URI> baseUris() {
    Map<String, URI> uris = new LinkedHashMap<>();
    endpoints.forEach((id, endpoint) -> uris.put(id, endpoint.baseUri()));
    return Collections.unmodifiableMap(uris);
  }

  /** Where one endpoint listens, without a path. */
  public URI baseUri(String id) {
    return endpoint(id).baseUri();
  }

  /** Where the control server listens, without a path. */
  public URI controlUri() {
    return control.uri();
  }

  /**
   * Gives an endpoint another behaviour; when this returns it is in force.
   *
   * @throws IOException when the endpoint cannot listen again on its port
   */
  public void behave(String id, Behaviour behaviour) throws IOException {
    endpoint(id).behave(behaviour);
  }

  /** What an endpoint has seen so far. */
  public CallCounts counts(String id) {
    return endpoint(id).counts();
  }

  @Override
  public void close() {
    control.close();
    endpoints.values().forEach(SimulatedEndpoint::close);
  }

  private SimulatedEndpoint endpoint(String id) {
    SimulatedEndpoint endpoint = endpoints.get(id);
    if (endpoint == null) {
      throw new IllegalArgumentException("no endpoint is called " + id);
    }
    return endpoint;
  }

  private static SimulatedEndpoint opened(
      FleetEntry entry, InetSocketAddress address, SimulatorSettings settings) throws IOException {
    try {
      return new SimulatedEndpoint(entry, address, settings);
    } catch (BindException e) {
      throw taken(address, SimulatorSettings.PORT_VARIABLE, e);
    }
  }

  private ControlServer openedControl(InetSocketAddress address) throws IOException {
    try {
      return new ControlServer(endpoints, address);
    } catch (BindException e) {
      throw taken(address, SimulatorSettings.CONTROL_PORT_VARIABLE, e);
    }
  }

  private static BindException taken(InetSocketAddress address, String variable, Exception cause) {
    BindException taken =
        new BindException(
            "port %d of %s is taken; choose another with %s"
                .formatted(address.getPort(), address.getAddress().getHostAddress(), variable));
    taken.initCause(cause);
    return taken;
  }

  /**
   * The entry's own address, or 127.0.0.1 with a port of its own where the host has not the whole
   * of 127.0.0.0/8, as on macOS.
   */
  private static InetSocketAddress addressOf(FleetEntry entry, int port, int index)
      throws IOException {
    InetAddress own = InetAddress.getByName(entry.address());
    try (ServerSocket probe = new ServerSocket(0, 1, own)) {
      return new InetSocketAddress(probe.getInetAddress(), port);
    } catch (BindException e) {
      int other = port == 0 ? 0 : port + 1 + index;
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} cannot listen on {1} ({2}); it takes 127.0.0.1 with another port",
          entry.id(),
          entry.address(),
          e.getMessage());
      return new InetSocketAddress(LOCALHOST, other);
    }
  }
}
