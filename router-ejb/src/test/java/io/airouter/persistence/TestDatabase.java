package io.airouter.persistence;

import io.airouter.db.RouterDataSource;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * A real PostgreSQL with the router's schema, started once for all tests of a run, and the
 * persistence unit on it, which checks its entities against that schema.
 */
final class TestDatabase {
  static final DataSource SOURCE = new RouterDataSource(Map.of("ROUTER_DATA", folder().toString()));
  private static final EntityManagerFactory ENTITIES =
      Persistence.createEntityManagerFactory(
          "router",
          Map.of(
              "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
              "jakarta.persistence.nonJtaDataSource", SOURCE,
              "hibernate.hbm2ddl.auto", "validate"));

  private TestDatabase() {}

  static <T> T inTransaction(Function<EntityManager, T> work) {
    return ENTITIES.callInTransaction(work::apply);
  }

  static void execute(String sql) {
    try (Connection connection = SOURCE.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  static long count(String sql) {
    try (Connection connection = SOURCE.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory(Path.of("target"), "test-database");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
