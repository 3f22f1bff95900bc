package io.airouter.db;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A running PostgreSQL server process, known by the {@code postmaster.pid} in its data folder. It
 * may be our child or one orphaned when an earlier server was killed.
 */
record Postmaster(ProcessHandle process) {
  private static final System.Logger LOG = System.getLogger(Postmaster.class.getName());
  private static final Duration LAST_RESORT = Duration.ofSeconds(3);

  /** The server that runs on {@code cluster}; a stale pid file is removed on the way. */
  static Optional<Postmaster> runningOn(Path cluster) throws IOException {
    Path pidFile = cluster.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    Optional<Postmaster> running =
        pid(Files.readAllLines(pidFile))
            .flatMap(ProcessHandle::of)
            .filter(Postmaster::isPostgres)
            .map(Postmaster::new);
    if (running.isEmpty()) {
      // PostgreSQL refuses to start while any process has the number in a left-over file.
      Files.deleteIfExists(pidFile);
    }
    return running;
  }

  private static Optional<Long> pid(List<String> lines) {
    try {
      return lines.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(lines.get(0).strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.isAlive()
        && process.info().command().filter(c -> c.endsWith("/postgres")).isPresent();
  }

  /**
   * Stops the server: for {@code patience} it waits for its clients to leave (PostgreSQL's smart
   * shutdown), then it disconnects them (fast shutdown), at last it is killed, which costs a
   * recovery at the next start but no acknowledged row.
   */
  void stop(Duration patience) {
    process.destroy();
    if (ended(patience)) {
      return;
    }
    interrupt();
    if (!ended(LAST_RESORT)) {
      LOG.log(Level.WARNING, "PostgreSQL did not stop, killing process {0}", pid());
      process.destroyForcibly();
      ended(LAST_RESORT);
    }
  }

  private String pid() {
    return Long.toString(process.pid());
  }

  /** SIGINT, which Java cannot send, asks for the fast shutdown. */
  private void interrupt() {
    try {
      new ProcessBuilder("kill", "-INT", pid()).start().waitFor();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "cannot signal PostgreSQL", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean ended(Duration patience) {
    try {
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }
}
