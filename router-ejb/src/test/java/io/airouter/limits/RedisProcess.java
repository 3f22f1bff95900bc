package io.airouter.limits;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The distribution's own redis-server on a free port, keeping nothing. */
final class RedisProcess implements AutoCloseable {
  private static final int INSTALL_MINUTES = 3;
  private static final int END_SECONDS = 10;

  private final int port;
  private Process process;

  private RedisProcess(Path executable, int port) {
    this.port = port;
    this.process = started(executable, port);
  }

  /** Starts it, installed first where it is missing and may be; else the test is skipped. */
  static RedisProcess start() {
    Path executable =
        executable()
            .or(RedisProcess::installed)
            .orElseGet(
                () ->
                    abort(
                        "No redis-server on this machine. To run this test:"
                            + " sudo apt-get install -y redis-server"));
    return new RedisProcess(executable, freePort());
  }

  String url() {
    return "redis://127.0.0.1:" + port + "/0";
  }

  private static Process started(Path executable, int port) {
    return run(
        executable.toString(), "--port", String.valueOf(port), "--bind", "127.0.0.1", "--save", "");
  }

  /** Starts it again on the same port. */
  void restart() {
    process = started(executable().orElseThrow(), port);
  }

  private static Process run(String... command) {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> executable() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, "redis-server"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Debian starts its service with the package; this test has one of its own. */
  private static Optional<Path> installed() {
    boolean mayInstall =
        System.getProperty("user.name").equals("root")
            && Files.isExecutable(Path.of("/usr/bin/apt-get"));
    List<String> install =
        List.of("apt-get", "install", "-y", "-qq", "--no-install-recommends", "redis-server");
    return mayInstall && succeeds(List.of("apt-get", "update", "-qq")) && succeeds(install)
        ? executable()
        : Optional.empty();
  }

  private static boolean succeeds(List<String> command) {
    Process process = run(command.toArray(String[]::new));
    try {
      return process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
