package io.airouter.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/**
 * PostgreSQL run by the router itself on a free loopback port, with its rows in {@code
 * postgres/cluster} of the data folder. One process at a time owns a data folder; an instance
 * orphaned by a crash is stopped first.
 */
final class EmbeddedDatabase implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(EmbeddedDatabase.class.getName());
  private static final String SUPERUSER = "postgres";
  private static final String DATABASE = "router";
  private static final Duration START = Duration.ofMinutes(2);

  /** Long enough for a stopping server to give its connections back, short of the 10 s in all. */
  private static final Duration CLIENTS_LEAVE = Duration.ofSeconds(5);

  private final FolderLock lock;
  private final Path cluster;
  private final DatabaseUrl url;

  private EmbeddedDatabase(FolderLock lock, Path cluster, DatabaseUrl url) {
    this.lock = lock;
    this.cluster = cluster;
    this.url = url;
  }

  /** Starts the database of a data folder, making it at the first time. */
  static EmbeddedDatabase start(Path data) throws IOException, SQLException {
    Path folder = data.toAbsolutePath().normalize().resolve("postgres");
    FolderLock lock = FolderLock.of(folder);
    try {
      Path cluster = folder.resolve("cluster");
      stopOrphan(cluster);
      // The library's own lock, which it keeps until the process ends; the folder's is ours.
      Files.deleteIfExists(cluster.resolve("epg-lock"));
      LOG.log(Level.INFO, "Starting PostgreSQL in {0}", cluster);
      ClusterPassword password = ClusterPassword.in(folder.resolve("password"));
      int port = builder(folder, cluster, password).start().getPort();
      String jdbc = "jdbc:postgresql://localhost:" + port + "/";
      createDatabase(new DatabaseUrl(jdbc + SUPERUSER, SUPERUSER, password.text()));
      DatabaseUrl url = new DatabaseUrl(jdbc + DATABASE, SUPERUSER, password.text());
      return new EmbeddedDatabase(lock, cluster, url);
    } catch (IOException | SQLException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private static void stopOrphan(Path cluster) throws IOException {
    Optional<Postmaster> orphan = Postmaster.runningOn(cluster);
    if (orphan.isPresent()) {
      LOG.log(Level.INFO, "Stopping the PostgreSQL left by a server that was killed");
      orphan.get().stop(Duration.ZERO);
    }
  }

  private static EmbeddedPostgres.Builder builder(
      Path folder, Path cluster, ClusterPassword password) {
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
        .setDataDirectory(cluster)
        .setCleanDataDirectory(false)
        // Its hook would stop the database while the server still writes; ours waits.
        .setRegisterShutdownHook(false)
        .setPGStartupWait(START)
        // These become options of initdb, after its own "-A trust": passwords from the first
        // moment.
        .setLocaleConfig("auth-host", "scram-sha-256")
        .setLocaleConfig("auth-local", "scram-sha-256")
        .setLocaleConfig("pwfile", password.file().toString())
        .setLocaleConfig("locale", "C.UTF-8")
        .setConnectConfig("password", password.text())
        // The library is made for tests and turns both off; here acknowledged means stored.
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("max_connections", "100");
  }

  private static void createDatabase(DatabaseUrl maintenance) throws SQLException {
    try (Connection connection = RouterDataSource.driver(maintenance).getConnection();
        Statement statement = connection.createStatement()) {
      try (ResultSet found =
          statement.executeQuery("SELECT FROM pg_database WHERE datname = '" + DATABASE + "'")) {
        if (found.next()) {
          return;
        }
      }
      statement.execute("CREATE DATABASE " + DATABASE);
    }
  }

  DatabaseUrl url() {
    return url;
  }

  /** Leaves the database running and its folder free, as a killed process does. */
  void abandon() throws IOException {
    lock.close();
  }

  /** Waits a little for clients to leave, stops the database and gives the data folder free. */
  @Override
  public void close() throws IOException {
    Optional<Postmaster> running = Postmaster.runningOn(cluster);
    if (running.isPresent()) {
      running.get().stop(CLIENTS_LEAVE);
    }
    lock.close();
  }
}
