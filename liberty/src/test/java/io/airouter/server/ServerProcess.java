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
import java.util.Set;
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
    builder.environment().keySet().removeIf(ServerProcess::isOfTheRouter);
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

  /** What the shell of the tests may hold and the server must not see. */
  private static boolean isOfTheRouter(String variable) {
    return variable.startsWith("ROUTER_")
        || Set.of("ENVIRONMENT", "DATABASE_URL", "REDIS_URL", "JWT_SECRET").contains(variable);
  }

  ServerProcess awaitReady(URI http) {
    Awaitility.await("the server to be ready, see " + output)
        .atMost(START_LIMIT)
        .pollInterval(Duration.ofMillis(250))
        .failFast("the server did not start, see " + output, this::hasFailed)
        .until(() -> isReady(http.resolve("/health/ready")));
    return this;
  }

  /** It ended, or goes on without the application (CWWKZ0002E). */
  private boolean hasFailed() {
    return !process.isAlive() || output().contains("CWWKZ0002E");
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

  /** As a crash would: nothing of it gets to clean up. */
  void kill() {
    process.descendants().filter(ServerProcess::isJava).forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    awaitEnd(Duration.ofSeconds(STOP_SECONDS));
  }

  private static boolean isJava(ProcessHandle handle) {
    return handle.info().command().map(command -> command.endsWith("java")).orElse(false);
  }

  /** TERM to the server's JVM, which the script started. */
  @Override
  public void close() {
    process.descendants().filter(ServerProcess::isJava).forEach(ProcessHandle::destroy);
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
