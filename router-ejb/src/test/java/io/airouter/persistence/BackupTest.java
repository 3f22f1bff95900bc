package io.airouter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.airouter.access.SecretBox;
import io.airouter.access.SecretKeys;
import io.airouter.db.RouterDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tools db/backup and db/restore on real databases: what was backed up is there and usable. */
class BackupTest {
  private static final Path TOOLS = Path.of("..", "db").toAbsolutePath().normalize();
  private static final String SECRET = "sk-what endpoints are called with";

  @TempDir private Path folder;

  @BeforeAll
  static void psqlIsThere() {
    assumeTrue(
        OutsidePostgres.isInstalled("psql"),
        "psql is not installed: sudo apt-get install -y postgresql-client");
  }

  @Test
  void anEmbeddedDatabaseIsCopiedWhileItIsWrittenAndComesBackWithItsKeys() throws Exception {
    Path data = folder.resolve("data");
    Path restored = folder.resolve("restored");
    Path backup = folder.resolve("backup");
    RouterDataSource live = new RouterDataSource(Map.of("ROUTER_DATA", data.toString()));
    fill(live, data);

    run(0, Map.of("ROUTER_DATA", data.toString()), "backup", backup.toString());
    execute(live, "DELETE FROM router_user");
    run(0, Map.of("ROUTER_DATA", restored.toString()), "restore", backup.toString());

    RouterDataSource again = new RouterDataSource(Map.of("ROUTER_DATA", restored.toString()));
    assertIsWhole(again, restored);
    assertThat(count(live, "SELECT count(*) FROM router_user")).isZero();
    String refusal =
        run(1, Map.of("ROUTER_DATA", restored.toString()), "restore", backup.toString());
    assertThat(refusal).contains("is there already");
  }

  @Test
  void anOutsideDatabaseIsDumpedAndRestoredIntoAnEmptyOne() throws Exception {
    assumeTrue(OutsidePostgres.isInstalled("pg_dump"), "pg_dump is not installed");
    try (OutsidePostgres server = OutsidePostgres.start(folder)) {
      Path data = folder.resolve("data");
      Path backup = folder.resolve("backup");
      Path restored = folder.resolve("restored");
      RouterDataSource live = new RouterDataSource(Map.of("DATABASE_URL", server.url("postgres")));
      fill(live, data);
      execute(live, "CREATE DATABASE fresh");
      Map<String, String> source =
          Map.of("DATABASE_URL", server.url("postgres"), "ROUTER_DATA", data.toString());
      Map<String, String> target =
          Map.of("DATABASE_URL", server.url("fresh"), "ROUTER_DATA", restored.toString());

      run(0, source, "backup", backup.toString());
      run(0, target, "restore", backup.toString());

      assertIsWhole(new RouterDataSource(Map.of("DATABASE_URL", server.url("fresh"))), restored);
      Files.move(restored.resolve("keys"), folder.resolve("aside"));
      assertThat(run(1, target, "restore", backup.toString())).contains("not empty");
    }
  }

  @Test
  void aFailedBackupSaysSoAndLeavesNothing() throws Exception {
    Path backup = folder.resolve("backup");

    String output =
        run(1, Map.of("ROUTER_DATA", folder.resolve("no").toString()), "backup", backup.toString());

    assertThat(output).contains("there is no database below").contains("nothing is left");
    assertThat(backup).doesNotExist();
  }

  @Test
  void aDumpWithoutItsKeysIsRefusedUnlessTheyComeFromVariables() throws Exception {
    Path backup = folder.resolve("backup");
    Map<String, String> settings = new HashMap<>();
    settings.put("DATABASE_URL", "postgresql://localhost:1/nowhere");
    settings.put("ROUTER_DATA", folder.resolve("no").toString());

    assertThat(run(1, settings, "backup", backup.toString())).contains("no keys below");
    settings.put("JWT_SECRET", "signs");
    assertThat(run(1, settings, "backup", backup.toString())).contains("no keys below");
    assertThat(backup).doesNotExist();
    settings.put("ROUTER_SECRETS_KEY", "seals");
    assertThat(run(1, settings, "backup", backup.toString())).doesNotContain("no keys below");
  }

  /** A user, a sealed credential, 2000 queries and their rollups. */
  private static void fill(RouterDataSource database, Path data) throws SQLException {
    SecretBox.Sealed sealed = box(data).seal(SECRET.getBytes(StandardCharsets.UTF_8), "upstream");
    execute(database, "INSERT INTO router_user VALUES ('ada', 'hash', 'admin', false, now())");
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO credential VALUES ('upstream', ?, ?)")) {
      insert.setBytes(1, sealed.octets());
      insert.setString(2, sealed.keyId());
      insert.execute();
    }
    new HistoryBatch(database)
        .write(new RandomHistory(5).entries(2_000, Instant.now(), Duration.ofHours(3)));
    execute(database, "SELECT roll_up_history(100)");
  }

  private static void assertIsWhole(RouterDataSource database, Path data) throws SQLException {
    assertThat(count(database, "SELECT count(*) FROM router_user WHERE name = 'ada'")).isOne();
    assertThat(count(database, "SELECT count(*) FROM routing_history")).isEqualTo(2_000);
    assertThat(count(database, "SELECT sum(requests) FROM report.traffic_hourly")).isEqualTo(2_000);
    new HistoryBatch(database)
        .write(new RandomHistory(6).entries(1, Instant.now(), Duration.ofHours(1)));
    assertThat(count(database, "SELECT count(*) FROM routing_touched")).isPositive();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT sealed, key_id FROM credential")) {
      row.next();
      byte[] opened =
          box(data).open(new SecretBox.Sealed(row.getString(2), row.getBytes(1)), "upstream");
      assertThat(new String(opened, StandardCharsets.UTF_8)).isEqualTo(SECRET);
    }
  }

  private static SecretBox box(Path data) {
    SecureRandom random = new SecureRandom();
    return new SecretBox(
        SecretKeys.fromFile(data.resolve("keys").resolve("secrets.key"), random), random);
  }

  private static String run(int status, Map<String, String> settings, String tool, String argument)
      throws IOException, InterruptedException {
    ProcessBuilder command =
        new ProcessBuilder(List.of(TOOLS.resolve(tool).toString(), argument))
            .redirectErrorStream(true);
    Map<String, String> own = new HashMap<>(settings);
    List.of("DATABASE_URL", "JWT_SECRET", "ROUTER_SECRETS_KEY")
        .forEach(command.environment()::remove);
    command.environment().putAll(own);
    Process process = command.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isEqualTo(status);
    return output;
  }

  private static void execute(RouterDataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long count(RouterDataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
