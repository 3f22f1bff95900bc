package io.airouter.bench;

import io.airouter.bench.Installation.Started;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * {@code ./mvnw -Pbench}: starts server and simulator, loads them in turn, prints what they cost.
 */
public final class RouterBenchmark {
  private static final Duration IDLE = Duration.ofSeconds(5);

  private final Effort effort;
  private final PrintStream out;

  private RouterBenchmark(Effort effort, PrintStream out) {
    this.effort = effort;
    this.out = out;
  }

  /** Called by the build with the module's output folder. */
  public static void main(String[] folders) throws IOException, InterruptedException {
    Path build = Path.of(folders[0]).toAbsolutePath();
    new RouterBenchmark(Effort.USUAL, System.out).run(build);
  }

  private void run(Path build) throws IOException, InterruptedException {
    printMachine();
    Ports ports = Ports.free();
    Installation installation = new Installation(build, ports);
    String classPath =
        build.resolve("test-classes")
            + System.getProperty("path.separator")
            + Files.readString(build.resolve("test-classpath.txt")).strip();
    try (MeasuredProcess simulator = installation.startSimulator(classPath)) {
      Started first = started(installation, "with a new database");
      first.server().close();
      Started again = started(installation, "again");
      try (MeasuredProcess server = again.server()) {
        measure(new Planes(server, simulator, ports));
      }
    }
    out.printf("%nLoad average now %.1f%n", system().getSystemLoadAverage());
  }

  private Started started(Installation installation, String how)
      throws IOException, InterruptedException {
    Started started = installation.startServer();
    out.printf("Start to ready, %-20s %6.1f s%n", how + ":", seconds(started.untilReady()));
    return started;
  }

  private void measure(Planes planes) throws InterruptedException {
    HttpBench http = new HttpBench(planes, effort);
    UdpBench udp = new UdpBench(planes, effort);
    http.run();
    udp.run();
    Duration before = planes.server().cpu();
    Thread.sleep(IDLE);
    Duration idle = planes.server().cpu().minus(before);
    http.print(out);
    udp.print(out);
    out.printf("%nServer without load: %.1f %% of a core%n", 100 * seconds(idle) / seconds(IDLE));
  }

  private void printMachine() {
    out.printf(
        "%d cores, %s %s, Java %s, load average %.1f; median of %d runs of %d s%n",
        system().getAvailableProcessors(),
        system().getName(),
        system().getArch(),
        System.getProperty("java.version"),
        system().getSystemLoadAverage(),
        effort.rounds(),
        effort.run().toSeconds());
  }

  private static OperatingSystemMXBean system() {
    return ManagementFactory.getOperatingSystemMXBean();
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
