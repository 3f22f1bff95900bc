package io.airouter.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the build made, and how its server and its endpoint simulator are started for a benchmark:
 * with data, logs and a configuration of their own under the build's output.
 */
final class Installation {
  private static final Duration START_LIMIT = Duration.ofMinutes(5);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
  private static final Duration LOOK_LIMIT = Duration.ofSeconds(2);

  private final Path build;
  private final Ports ports;
  private final Path folder;

  /** The folder is emptied: the first start makes a new database. */
  Installation(Path build, Ports ports) throws IOException {
    this.build = build;
    this.ports = ports;
    this.folder = build.resolve("bench");
    clear();
    Files.createDirectories(folder);
    Files.writeString(configuration(), unlimited());
  }

  private void clear() throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> old = Files.walk(folder)) {
        for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  /** The default configuration, with models that take any number of requests a minute. */
  private String unlimited() throws IOException {
    return Files.readString(build.resolve("liberty/wlp/usr/servers/router/router.yaml"))
        .replaceAll("rate_limit: \\d+", "rate_limit: 1000000000");
  }

  private Path configuration() {
    return folder.resolve("router.yaml");
  }

  /** Starts the fleet in a JVM of its own, which ends with this one. */
  MeasuredProcess startSimulator(String classPath) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder command =
        new ProcessBuilder(
            List.of(
                java,
                "-cp",
                classPath,
                "io.airouter.simulator.EndpointSimulator",
                "--parent-pid",
                String.valueOf(ProcessHandle.current().pid())));
    command.environment().putAll(environment());
    return new MeasuredProcess(
        command.redirectOutput(Redirect.DISCARD).redirectError(Redirect.INHERIT).start());
  }

  /** Starts the server as an operator does; the time is that to the first 200 of readiness. */
  Started startServer() throws IOException, InterruptedException {
    ProcessBuilder command =
        new ProcessBuilder(
            build.resolve("liberty/wlp/bin/server").toAbsolutePath().toString(), "run", "router");
    command.environment().putAll(environment());
    Path console = folder.resolve("console.txt");
    command.redirectErrorStream(true).redirectOutput(console.toFile());
    long begin = System.nanoTime();
    MeasuredProcess server = new MeasuredProcess(command.start());
    try {
      awaitReady(server, console);
    } catch (IllegalStateException e) {
      server.close();
      throw e;
    }
    return new Started(server, Duration.ofNanos(System.nanoTime() - begin));
  }

  private Map<String, String> environment() {
    return Map.ofEntries(
        Map.entry("JAVA_HOME", System.getProperty("java.home")),
        Map.entry("WLP_OUTPUT_DIR", folder.resolve("servers").toString()),
        Map.entry("LOG_DIR", folder.resolve("logs").toString()),
        Map.entry("ROUTER_DATA", folder.resolve("data").toString()),
        Map.entry("ROUTER_CONFIG", configuration().toString()),
        Map.entry("ROUTER_HTTP_PORT", String.valueOf(ports.http())),
        Map.entry("ROUTER_HTTPS_PORT", String.valueOf(ports.https())),
        Map.entry("ROUTER_LISP_PORT", String.valueOf(ports.lisp())),
        Map.entry("ROUTER_DNS_PORT", String.valueOf(ports.dns())),
        Map.entry("ROUTER_SIMULATOR_PORT", String.valueOf(ports.simulator())),
        Map.entry("ROUTER_SIMULATOR_CONTROL_PORT", String.valueOf(ports.control())));
  }

  private void awaitReady(MeasuredProcess server, Path console) throws InterruptedException {
    URI ready = URI.create("http://127.0.0.1:" + ports.http() + "/health/ready");
    HttpRequest request = HttpRequest.newBuilder(ready).timeout(LOOK_LIMIT).build();
    long end = System.nanoTime() + START_LIMIT.toNanos();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(LOOK_LIMIT).build()) {
      while (!answersOk(client, request)) {
        if (!server.isAlive() || System.nanoTime() > end) {
          throw new IllegalStateException("the server does not become ready, see " + console);
        }
        Thread.sleep(BETWEEN_LOOKS);
      }
    }
  }

  private static boolean answersOk(HttpClient client, HttpRequest request)
      throws InterruptedException {
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      // Nobody listens yet.
      return false;
    }
  }

  /** A server that is ready. */
  record Started(MeasuredProcess server, Duration untilReady) {}
}
