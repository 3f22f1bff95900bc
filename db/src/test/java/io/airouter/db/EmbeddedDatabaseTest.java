package io.airouter.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the real PostgreSQL: starting it is the subject. */
class EmbeddedDatabaseTest {
  private static final Migrations SAMPLE = new Migrations("classpath:db/sample");

  @TempDir private Path data;

  @Test
  void rowsOutliveARestartAndAnOrphanIsStoppedFirst() throws Exception {
    Path cluster = data.resolve("postgres/cluster");
    EmbeddedDatabase first = EmbeddedDatabase.start(data);
    SAMPLE.apply(RouterDataSource.driver(first.url()));
    run(first.url(), "INSERT INTO sample VALUES (7)");
    long orphan = Postmaster.runningOn(cluster).orElseThrow().process().pid();
    first.abandon();

    try (EmbeddedDatabase second = EmbeddedDatabase.start(data)) {
      assertThat(Postmaster.runningOn(cluster).orElseThrow().process().pid()).isNotEqualTo(orphan);
      assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
      assertThat(query(second.url(), "SELECT max(id) FROM sample")).isEqualTo("7");
    }
    assertThat(Postmaster.runningOn(cluster)).isEmpty();
  }

  @Test
  void aFolderInUseIsRefused() throws Exception {
    try (EmbeddedDatabase owner = EmbeddedDatabase.start(data)) {
      assertThat(owner.url().jdbc()).contains("localhost");
      assertThatThrownBy(() -> EmbeddedDatabase.start(data))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("in use by another router");
    }
  }

  @Test
  void whatIsCommittedIsOnDisk() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
      assertThat(query(database.url(), "SHOW fsync")).isEqualTo("on");
      assertThat(query(database.url(), "SHOW synchronous_commit")).isEqualTo("on");
    }
  }

  @Test
  void nobodyConnectsWithoutThePassword() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
      assertThatThrownBy(
              () -> DriverManager.getConnection(database.url().jdbc(), "postgres", "guess").close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void aFolderWithoutMigrationsIsRefusedAndNothingIsLeftRunning() {
    RouterDataSource router =
        new RouterDataSource(
            Map.of("ROUTER_DATA", data.toString()), new Migrations("classpath:db/nowhere"));

    assertThatThrownBy(router::getConnection)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no database migration found");
    assertThat(data.resolve("postgres/cluster/postmaster.pid")).doesNotExist();
  }

  @Test
  void aPidFileOfAnotherProgramIsRemoved() throws Exception {
    Path pidFile = data.resolve("postmaster.pid");
    Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + data + "\n");

    assertThat(Postmaster.runningOn(data)).isEmpty();
    assertThat(pidFile).doesNotExist();
  }

  @Test
  void anOutsideDatabaseIsMigratedOnTheFirstConnection() throws Exception {
    try (EmbeddedDatabase outside = EmbeddedDatabase.start(data)) {
      String url = outside.url().jdbc().replace("jdbc:postgresql://", "postgresql://postgres:%s@");
      RouterDataSource router =
          new RouterDataSource(
              Map.of("DATABASE_URL", url.formatted(outside.url().password())), SAMPLE);

      try (Connection connection = router.getConnection();
          Statement statement = connection.createStatement()) {
        assertThat(statement.executeUpdate("INSERT INTO sample VALUES (1)")).isEqualTo(1);
      }
    }
  }

  private static void run(DatabaseUrl url, String sql) throws SQLException {
    try (Connection connection = RouterDataSource.driver(url).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(DatabaseUrl url, String sql) throws SQLException {
    try (Connection connection = RouterDataSource.driver(url).getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
