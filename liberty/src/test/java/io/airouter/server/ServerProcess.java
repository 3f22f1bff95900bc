package io.airouter.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The server as its operator starts it: {@code wlp/bin/server run router} and an environment. */
final class ServerProcess implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(5);
  private static final long STOP_SECONDS = 30;

  private final Process process;
  private final Path output;

  private ServerProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts the package that the build made; {@code folder} takes data, work area and logs. */
  static ServerProcess start(Path folder, Map<String, String> environment) {
    Path server = Path.of("target", "liberty", "wlp", "bin", "server").toAbsolutePath();
    Path output = folder.resolve("server.out");
    ProcessBuilder builder = new ProcessBuilder(server.toString(), "run", "router");
    builder.environment().putAll(environment);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("WLP_OUTPUT_DIR", folder.resolve("servers").toString());
    builder.environment().put("LOG_DIR", folder.resolve("logs").toString());
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    try {
      Files.createDirectories(folder);
      return new ServerProcess(builder.start(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ServerProcess awaitReady(URI http) {
    Awaitility.await("the server to be ready, see " + output)
        .atMost(START_LIMIT)
        .pollInterval(Duration.ofMillis(250))
        .failFast("the server ended, see " + output, () -> !process.isAlive())
        .until(() -> isReady(http.resolve("/health/ready")));
    return this;
  }

  /** What it wrote so far. */
  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean awaitEnd(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  int exitCode() {
    return process.exitValue();
  }

  private static boolean isReady(URI ready) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(5)).build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** TERM to the server's JVM, which the script started. */
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
