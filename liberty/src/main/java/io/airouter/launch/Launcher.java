package io.airouter.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Runs the router in the foreground for development: checks the ports, starts the endpoint
 * simulator and the server, says when it is ready and where, and stops all of it with this process.
 */
public final class Launcher {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
  private static final Duration BETWEEN_NEWS = Duration.ofSeconds(10);

  private final LaunchSettings settings;
  private final PrintStream out;
  private final InstantSource clock;
  private final Children children;

  Launcher(LaunchSettings settings, PrintStream out, InstantSource clock) {
    this.settings = settings;
    this.out = out;
    this.clock = clock;
    this.children = new Children(settings);
  }

  /**
   * Called by the build, inside Maven's JVM, with the project's and the module's output folders.
   */
  public static void main(String[] folders) throws InterruptedException {
    LaunchSettings settings =
        new LaunchSettings(System.getenv(), Path.of(folders[0]), Path.of(folders[1]));
    Launcher launcher = new Launcher(settings, System.out, InstantSource.system());
    Runtime.getRuntime().addShutdownHook(new Thread(launcher::stop, "stop-router"));
    int status;
    try {
      status = launcher.run();
    } catch (LaunchException e) {
      System.err.println(e.getMessage());
      status = 1;
    } catch (IOException e) {
      System.err.println("The router cannot be started: " + e);
      status = 1;
    }
    // Not a return: Maven would add pages about a failed or finished build.
    System.exit(status);
  }

  private void stop() {
    if (children.running()) {
      out.println("Stopping the router");
      out.flush();
    }
    children.stop();
  }

  /** The exit status, once the server has ended. */
  int run() throws IOException, InterruptedException {
    children.claimData();
    if (children.stopOrphan()) {
      out.println("Stopped a server left by a launcher that was killed.");
    }
    Port.of(settings).forEach(Port::requireFree);
    boolean simulated = simulate();
    control(simulated);
    Instant begin = clock.instant();
    out.println("Starting the server (20 to 30 s, the first time longer)");
    Process server = children.startServer();
    ServerOutput output = new ServerOutput(out);
    Thread reader =
        Thread.ofPlatform()
            .name("server-output")
            .daemon()
            .start(() -> output.follow(server.getInputStream()));
    if (awaitReady(server, output)) {
      new Welcome(settings, simulated).print(out, Duration.between(begin, clock.instant()));
      load(simulated);
    }
    int status = server.waitFor();
    reader.join(BETWEEN_LOOKS);
    return ended(status);
  }

  private boolean simulate() throws IOException {
    if (settings.production()) {
      return false;
    }
    out.println("Starting the endpoint simulator");
    Optional<Process> simulator = children.startSimulator();
    if (simulator.isEmpty()) {
      out.println("This build has no endpoint simulator; models are called where configured.");
    }
    return simulator.isPresent();
  }

  /** With {@code -Ddemo.sdn=true}, so that mappings are published to somebody. */
  private void control(boolean simulated) throws IOException {
    if (simulated && Boolean.getBoolean("demo.sdn") && children.startController().isPresent()) {
      out.println("The double of an SDN controller is running (demo.sdn).");
    }
  }

  /** With {@code -Ddemo.load=true}, so that the pages have something to show. */
  private void load(boolean simulated) throws IOException {
    if (simulated && Boolean.getBoolean("demo.load") && children.startDemoLoad().isPresent()) {
      out.println("A gentle load is running, about four queries a second (demo.load).");
    }
  }

  /** False when the server ended before it was ready. */
  private boolean awaitReady(Process server, ServerOutput output) throws InterruptedException {
    Instant begin = clock.instant();
    Instant news = begin.plus(BETWEEN_NEWS);
    try (Readiness readiness = new Readiness(settings.server())) {
      while (!readiness.isUp()) {
        if (output.applicationFailed() && !children.stopping()) {
          throw new LaunchException(
              "The router refuses to start, for the reason above. All of it is in "
                  + settings.logs());
        }
        if (server.waitFor(BETWEEN_LOOKS)) {
          return false;
        }
        if (clock.instant().isAfter(news) && !children.stopping()) {
          out.printf("… %d s%n", Duration.between(begin, clock.instant()).toSeconds());
          news = clock.instant().plus(BETWEEN_NEWS);
        }
      }
    }
    return true;
  }

  private int ended(int status) {
    if (children.stopping()) {
      return 0;
    }
    String how =
        status > 128 ? "was killed by signal " + (status - 128) : "ended, status " + status;
    out.printf("The server %s; stopping. Its logs: %s%n", how, settings.logs());
    return 1;
  }
}
