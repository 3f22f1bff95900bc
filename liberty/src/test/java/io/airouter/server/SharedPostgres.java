package io.airouter.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A PostgreSQL that several servers use and none owns; it can be stopped and started again. */
final class SharedPostgres implements AutoCloseable {
  private final Path folder;
  private final int port;
  private EmbeddedPostgres running;

  private SharedPostgres(Path folder, int port) {
    this.folder = folder;
    this.port = port;
    this.running = started();
  }

  /** Starts one on an empty folder of that name under {@code target}. */
  static SharedPostgres start(String name) {
    return new SharedPostgres(RunningServer.emptyFolder(name), FreePorts.next());
  }

  /** For DATABASE_URL. */
  String url() {
    return "postgresql://postgres:any@127.0.0.1:" + port + "/postgres";
  }

  /** Ends all its connections. */
  void restart() {
    close();
    running = started();
  }

  private EmbeddedPostgres started() {
    try {
      Path cluster = folder.resolve("cluster");
      // The library's own lock, which it keeps until this process ends.
      Files.deleteIfExists(cluster.resolve("epg-lock"));
      return EmbeddedPostgres.builder()
          .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
          .setDataDirectory(cluster)
          .setCleanDataDirectory(false)
          .setPort(port)
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      running.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
