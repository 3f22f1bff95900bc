package io.airouter.persistence;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A PostgreSQL of the distribution, where one is installed: its version fits that of pg_dump, which
 * the embedded one's need not. Without one the test is skipped.
 */
final class OutsidePostgres implements AutoCloseable {
  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

  private final Path programs;
  private final Path cluster;
  private final int port;

  private OutsidePostgres(Path programs, Path cluster, int port) {
    this.programs = programs;
    this.cluster = cluster;
    this.port = port;
  }

  static OutsidePostgres start(Path folder) throws IOException, InterruptedException {
    Optional<Path> programs = programs();
    assumeTrue(
        programs.isPresent(), "PostgreSQL is not installed: sudo apt-get install -y postgresql");
    Path cluster = folder.resolve("cluster");
    OutsidePostgres server = new OutsidePostgres(programs.orElseThrow(), cluster, freePort());
    server.run("initdb", "-D", cluster.toString(), "-U", "postgres", "-A", "trust");
    server.control(
        "start",
        "-o",
        "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories=''".formatted(server.port));
    return server;
  }

  String url(String database) {
    return "postgresql://postgres:of%20no%20use@127.0.0.1:" + port + "/" + database;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    control("stop", "-m", "immediate");
  }

  static boolean isInstalled(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static Optional<Path> programs() throws IOException {
    if (!Files.isDirectory(DEBIAN)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(DEBIAN)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.naturalOrder());
    }
  }

  private void control(String what, String... options) throws IOException, InterruptedException {
    List<String> arguments =
        new ArrayList<>(
            List.of("-w", "-D", cluster.toString(), "-l", cluster.resolve("log").toString()));
    arguments.addAll(List.of(options));
    arguments.add(what);
    run("pg_ctl", arguments.toArray(String[]::new));
  }

  /** PostgreSQL refuses to run as root; in a user namespace of its own nobody is. */
  private void run(String program, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    Path output = cluster.resolveSibling("output");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(command + ": " + Files.readString(output, StandardCharsets.UTF_8));
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
