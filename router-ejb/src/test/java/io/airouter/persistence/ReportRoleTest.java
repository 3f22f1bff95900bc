package io.airouter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.db.RouterDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportRoleTest {
  @Test
  void aDatabaseUserThatMayMakeNoRolesStillGetsTheSchemaAndTheRoleIsMadeLater()
      throws SQLException {
    TestDatabase.execute("DROP OWNED BY report_ro; DROP ROLE report_ro");
    TestDatabase.execute("CREATE ROLE plain LOGIN PASSWORD 'plain'");
    TestDatabase.execute("CREATE DATABASE plain OWNER plain");
    try {
      RouterDataSource router = new RouterDataSource(Map.of("DATABASE_URL", plainUrl()));
      assertThat(ask(router, "SELECT count(*) FROM report.freshness")).isEqualTo("1");
      assertThat(ask(router, "SELECT prepare_report_role()")).contains("missing");
    } finally {
      TestDatabase.execute("DROP DATABASE plain");
      TestDatabase.execute("DROP ROLE plain");
      TestDatabase.execute("SELECT prepare_report_role()");
    }
    assertThat(TestDatabase.count("SELECT count(*) FROM pg_roles WHERE rolname = 'report_ro'"))
        .isEqualTo(1);
  }

  private static String plainUrl() throws SQLException {
    try (Connection connection = TestDatabase.SOURCE.getConnection()) {
      return connection
          .getMetaData()
          .getURL()
          .replaceFirst("\\?.*", "")
          .replace("jdbc:postgresql://", "postgresql://plain:plain@")
          .replaceFirst("/router$", "/plain");
    }
  }

  private static String ask(RouterDataSource database, String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
