package io.airouter.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends processes: asks first, waits, and kills what does not go. */
final class Stop {

  private Stop() {}

  /** True when the process went by itself within {@code patience}. */
  static boolean process(ProcessHandle process, Duration patience) {
    process.destroy();
    if (ended(process, patience)) {
      return true;
    }
    process.destroyForcibly();
    ended(process, Duration.ofSeconds(1));
    return false;
  }

  /**
   * Ends the embedded PostgreSQL of a server that had no time to do it. A crash of it loses
   * nothing: its next start recovers.
   */
  static void postgres(Path data) {
    postgresOf(data).ifPresent(postmaster -> process(postmaster, Duration.ofSeconds(1)));
  }

  private static Optional<ProcessHandle> postgresOf(Path data) {
    Path pidFile = data.resolve("postgres/cluster/postmaster.pid");
    try {
      return Files.exists(pidFile)
          ? Files.readAllLines(pidFile).stream()
              .findFirst()
              .map(String::strip)
              .filter(pid -> pid.matches("[0-9]{1,9}"))
              .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
              .filter(Stop::isPostgres)
          : Optional.empty();
    } catch (IOException e) {
      // It went while its file was read.
      return Optional.empty();
    }
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().filter(c -> c.endsWith("/postgres")).isPresent();
  }

  private static boolean ended(ProcessHandle process, Duration patience) {
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
