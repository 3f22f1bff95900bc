package io.airouter.persistence;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads reports as their readers do: as role report_ro, enabled by the documented command. */
record ReportReader(String url) {
  private static final String PASSWORD = "of the tests only";

  static ReportReader enable() throws SQLException {
    TestDatabase.execute("ALTER ROLE report_ro LOGIN PASSWORD '" + PASSWORD + "'");
    try (Connection connection = TestDatabase.SOURCE.getConnection()) {
      return new ReportReader(connection.getMetaData().getURL().replaceFirst("\\?.*", ""));
    }
  }

  /** The rows, columns divided by bars, dashes for NULL, times in UTC. */
  List<String> rows(String report) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql(report))) {
      List<String> rows = new ArrayList<>();
      while (row.next()) {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          String text = row.getString(i);
          columns.add(text == null ? "-" : text);
        }
        rows.add(String.join("|", columns));
      }
      return rows;
    }
  }

  /** What the report's columns are called. */
  List<String> columns(String report) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql(report))) {
      List<String> columns = new ArrayList<>();
      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
        columns.add(row.getMetaData().getColumnName(i));
      }
      return columns;
    }
  }

  private Connection connect() throws SQLException {
    Connection connection = DriverManager.getConnection(url, "report_ro", PASSWORD);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TIME ZONE 'UTC'");
    }
    return connection;
  }

  /** Without the lines that psql itself reads, and with its variables put in. */
  private static String sql(String report) {
    return report
        .lines()
        .filter(line -> !line.startsWith("\\"))
        .collect(Collectors.joining("\n"))
        .replace(":'from'", "'2026-11-01T00:00:00Z'")
        .replace(":'to'", "'2026-11-08T00:00:00Z'");
  }
}
