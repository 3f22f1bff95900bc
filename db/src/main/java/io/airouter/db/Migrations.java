package io.airouter.db;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings a database to the schema of this release. {@code location} is a class path folder of
 * Flyway's, such as {@code classpath:db/migration}.
 */
record Migrations(String location) {
  private static final System.Logger LOG = System.getLogger(Migrations.class.getName());
  private static final int OLDEST_MAJOR = 14;

  /**
   * @throws IllegalStateException when the server is too old, or no migration is found (Flyway
   *     itself would only warn, and an empty database would be served)
   */
  void apply(DataSource database) throws SQLException {
    checkVersion(database);
    Flyway flyway =
        Flyway.configure(Migrations.class.getClassLoader())
            .dataSource(database)
            .locations(location)
            .load();
    if (flyway.info().all().length == 0) {
      throw new IllegalStateException("no database migration found in " + location);
    }
    int applied = flyway.migrate().migrationsExecuted;
    LOG.log(Level.INFO, "Database schema is current, {0} migrations applied", applied);
  }

  private static void checkVersion(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      var server = connection.getMetaData();
      requireSupported(server.getDatabaseMajorVersion(), server.getDatabaseProductVersion());
    }
  }

  /** Refuses releases before 14, whose partitioned tables cannot do what the history needs. */
  static void requireSupported(int major, String version) {
    if (major < OLDEST_MAJOR) {
      throw new IllegalStateException(
          "PostgreSQL %s is too old, the router needs %d or newer; set DATABASE_URL to such a server"
              .formatted(version, OLDEST_MAJOR));
    }
  }
}
