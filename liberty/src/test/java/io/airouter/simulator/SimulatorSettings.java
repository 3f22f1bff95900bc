package io.airouter.simulator;

import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * How a simulator is started.
 *
 * @param port the port all endpoints share, each on its own address; 0 = a free port per endpoint
 * @param controlPort the control server's port on 127.0.0.1; 0 = a free port
 * @param fleet the endpoints
 * @param random seeds which calls fail under an error rate; one draw per endpoint at start
 * @param clock the time written into answers
 */
public record SimulatorSettings(
    int port, int controlPort, Fleet fleet, RandomGenerator random, InstantSource clock) {

  static final String PORT_VARIABLE = "ROUTER_SIMULATOR_PORT";
  static final String CONTROL_PORT_VARIABLE = "ROUTER_SIMULATOR_CONTROL_PORT";
  static final int DEFAULT_PORT = 18080;
  static final int DEFAULT_CONTROL_PORT = 18079;

  private static final long DEFAULT_SEED = 42;

  public SimulatorSettings {
    requirePort(PORT_VARIABLE, port);
    requirePort(CONTROL_PORT_VARIABLE, controlPort);
    Objects.requireNonNull(fleet);
    Objects.requireNonNull(random);
    Objects.requireNonNull(clock);
  }

  /** The seed fleet on free ports: what tests want. */
  public static SimulatorSettings onFreePorts() {
    return onPorts(0, 0);
  }

  /** The seed fleet on the given ports. */
  public static SimulatorSettings onPorts(int port, int controlPort) {
    return new SimulatorSettings(
        port, controlPort, Fleet.SEED, new SplittableRandom(DEFAULT_SEED), InstantSource.system());
  }

  /**
   * The settings a process is given by its environment.
   *
   * @throws IllegalArgumentException in production, or when a port is not one; the message is one
   *     line for the operator
   */
  public static SimulatorSettings fromEnvironment(Map<String, String> environment) {
    if ("production".equalsIgnoreCase(environment.getOrDefault("ENVIRONMENT", "").strip())) {
      throw new IllegalArgumentException(
          "the endpoint simulator does not start in production (ENVIRONMENT=production)");
    }
    return onPorts(
        port(environment, PORT_VARIABLE, DEFAULT_PORT),
        port(environment, CONTROL_PORT_VARIABLE, DEFAULT_CONTROL_PORT));
  }

  private static int port(Map<String, String> environment, String variable, int fallback) {
    String text = environment.getOrDefault(variable, "").strip();
    if (text.isEmpty()) {
      return fallback;
    }
    try {
      return requirePort(variable, Integer.parseInt(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          variable + " is \"" + text + "\"; allowed: a port, 0 to 65535", e);
    }
  }

  private static int requirePort(String variable, int port) {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException(
          variable + " is " + port + "; allowed: a port, 0 to 65535");
    }
    return port;
  }
}
