package io.airouter.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * The simulator as a process: reads its environment, prints what it listens on, and ends when its
 * lifeline does, so that a killed launcher leaves nothing behind. The lifeline is stdin, or with
 * {@code --parent-pid N} that process instead, for launchers whose children have no stdin.
 */
final class SimulatorProcess {

  private static final int UNUSABLE_SETTINGS = 2;
  private static final int CANNOT_LISTEN = 1;

  private final PrintStream out;
  private final PrintStream err;

  SimulatorProcess(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  /** Runs to the end of the lifeline; the result is the exit status. */
  int run(String[] arguments, Map<String, String> environment) {
    SimulatorSettings settings;
    Lifeline lifeline;
    try {
      settings = SimulatorSettings.fromEnvironment(environment);
      lifeline = lifeline(arguments);
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return UNUSABLE_SETTINGS;
    }
    try (EndpointSimulator simulator = EndpointSimulator.start(settings)) {
      Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "simulator-stop"));
      announce(simulator);
      lifeline.awaitEnd();
      return 0;
    } catch (IOException e) {
      err.println("the endpoint simulator cannot start: " + e.getMessage());
      return CANNOT_LISTEN;
    }
  }

  private void announce(EndpointSimulator simulator) {
    out.println("endpoint simulator: control at " + simulator.controlUri() + "/endpoints");
    simulator.baseUris().forEach((id, uri) -> out.printf("  %-18s %s%n", id, uri));
    out.flush();
  }

  private static Lifeline lifeline(String[] arguments) {
    if (arguments.length == 0) {
      return SimulatorProcess::awaitEndOfInput;
    }
    if (arguments.length == 2 && arguments[0].equals("--parent-pid")) {
      try {
        long pid = Long.parseLong(arguments[1]);
        return () -> ProcessHandle.of(pid).ifPresent(parent -> parent.onExit().join());
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("--parent-pid is \"" + arguments[1] + "\"", e);
      }
    }
    throw new IllegalArgumentException("allowed arguments: --parent-pid N");
  }

  private static void awaitEndOfInput() throws IOException {
    InputStream in = System.in;
    byte[] ignored = new byte[256];
    while (in.read(ignored) >= 0) {
      // whatever is typed is of no interest, only its end is
    }
  }

  /** What the process lives as long as. */
  private interface Lifeline {

    void awaitEnd() throws IOException;
  }
}
