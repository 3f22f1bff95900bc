package io.airouter.launch;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The processes of one start: the server and, in development, the endpoint simulator. {@link #stop}
 * may come from another thread, the JVM's shutdown hook, at any moment.
 */
final class Children {
  private static final String SIMULATOR = "io.airouter.simulator.EndpointSimulator";
  private static final String CONTROLLER = "io.airouter.restconf.ControllerDoubleProcess";
  private static final String DEMO_LOAD = "io.airouter.demo.DemoLoad";

  /** Ten seconds are promised for everything; killing needs the rest. */
  private static final Duration SERVER_STOPS = Duration.ofMillis(7_500);

  private final LaunchSettings settings;
  private final ProcessFile launcherFile;
  private final ProcessFile serverFile;
  private volatile Optional<Process> server = Optional.empty();
  private volatile Optional<Process> simulator = Optional.empty();
  private volatile Optional<Process> demoLoad = Optional.empty();
  private volatile Optional<Process> controller = Optional.empty();
  private volatile boolean claimed;
  private volatile boolean stopping;

  Children(LaunchSettings settings) {
    this.settings = settings;
    this.launcherFile = new ProcessFile(settings.data().resolve("run/launcher.pid"));
    this.serverFile = new ProcessFile(settings.data().resolve("run/server.pid"));
  }

  boolean stopping() {
    return stopping;
  }

  boolean running() {
    return server.filter(Process::isAlive).isPresent();
  }

  /**
   * Makes this process the data folder's launcher.
   *
   * @throws LaunchException when another one is
   */
  void claimData() throws IOException {
    Optional<ProcessHandle> other = launcherFile.running();
    if (other.isPresent()) {
      throw new LaunchException(
          "The router already runs on %s, launched by process %d; stop it or set ROUTER_DATA."
              .formatted(settings.data(), other.get().pid()));
    }
    launcherFile.write(ProcessHandle.current());
    claimed = true;
  }

  /** Ends a server of this data folder whose launcher was killed. True when there was one. */
  boolean stopOrphan() throws IOException {
    Optional<ProcessHandle> orphan = serverFile.running();
    orphan.ifPresent(process -> Stop.process(process, Duration.ofSeconds(20)));
    Stop.postgres(settings.data());
    serverFile.remove();
    return orphan.isPresent();
  }

  /** The simulator's process; empty when this build has none. */
  Optional<Process> startSimulator() throws IOException {
    simulator = start(SIMULATOR, List.of());
    return simulator;
  }

  /** The SDN controller's double, which the server is told of; empty when this build has none. */
  Optional<Process> startController() throws IOException {
    controller = start(CONTROLLER, List.of(Integer.toString(controllerPort())));
    return controller;
  }

  private int controllerPort() {
    return settings.port("ROUTER_SDN_DOUBLE_PORT", 18181);
  }

  /** The login is the double's own. */
  private Map<String, String> controllerEnvironment() {
    return controller.isEmpty()
        ? Map.of()
        : Map.of(
            "ROUTER_SDN_URL", "http://127.0.0.1:" + controllerPort(),
            "ROUTER_SDN_USERNAME", "admin",
            "ROUTER_SDN_PASSWORD", "the controller's own password",
            "ROUTER_SDN_IMPORT", "true");
  }

  /** The load's process, told where to send it; empty when this build has none. */
  Optional<Process> startDemoLoad() throws IOException {
    String control = "http://127.0.0.1:" + settings.port("ROUTER_SIMULATOR_CONTROL_PORT", 18079);
    demoLoad =
        start(
            DEMO_LOAD,
            List.of(
                settings.server().toString(),
                Integer.toString(settings.port("ROUTER_DNS_PORT", 8053)),
                Integer.toString(settings.port("ROUTER_LISP_PORT", 4342)),
                control + "/"));
    return demoLoad;
  }

  /** Starts a class of the module's tests; empty when they were not compiled. */
  private Optional<Process> start(String mainClass, List<String> arguments) throws IOException {
    Path tests = settings.liberty().resolve("test-classes");
    Path libraries = settings.liberty().resolve("test-classpath.txt");
    if (!Files.exists(tests.resolve(mainClass.replace('.', '/') + ".class"))
        || !Files.exists(libraries)) {
      return Optional.empty();
    }
    String path = tests + File.pathSeparator + Files.readString(libraries).strip();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>();
    command.addAll(List.of(java, "-Xmx256m", "-Djava.awt.headless=true", "-cp", path, mainClass));
    command.addAll(arguments);
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().clear();
    process.environment().putAll(settings.environment());
    // Its standard input stays open and empty: it ends when this process does.
    return Optional.of(
        process.redirectOutput(Redirect.DISCARD).redirectError(Redirect.INHERIT).start());
  }

  /** The server's process, its console to be read by the caller. */
  Process startServer() throws IOException {
    ProcessBuilder command =
        new ProcessBuilder(settings.serverCommand().toString(), "run", "router");
    command.environment().clear();
    command.environment().putAll(settings.serverEnvironment());
    command.environment().putAll(controllerEnvironment());
    Process process =
        command
            .redirectErrorStream(true)
            .redirectInput(Redirect.from(new File("/dev/null")))
            .start();
    server = Optional.of(process);
    serverFile.write(process.toHandle());
    if (stopping) {
      stop();
    }
    return process;
  }

  /** Ends all of them and the server's PostgreSQL, within ten seconds. */
  void stop() {
    stopping = true;
    if (!claimed) {
      return;
    }
    demoLoad.ifPresent(Process::destroyForcibly);
    simulator.ifPresent(Process::destroy);
    controller.ifPresent(Process::destroyForcibly);
    server.ifPresent(process -> Stop.process(process.toHandle(), SERVER_STOPS));
    Stop.postgres(settings.data());
    simulator.ifPresent(Process::destroyForcibly);
    try {
      serverFile.remove();
      launcherFile.remove();
    } catch (IOException e) {
      // Left behind it does no harm: the processes named are gone.
      System.err.println(
          "cannot remove the files of " + settings.data() + "/run: " + e.getMessage());
    }
  }
}
