package io.airouter.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The rows of {@code route_change}, read on that connection. */
record ChangeRows(Connection connection) {
  static final int BATCH = 1000;

  private static final String AFTER =
      "SELECT version, kind, subject, origin FROM route_change WHERE version > ?"
          + " ORDER BY version LIMIT "
          + BATCH;
  private static final String RANGE =
      "SELECT coalesce(min(version), 1), coalesce(max(version), 0) FROM route_change";

  /** The newest row always stays, so that the numbers go on. */
  private static final String PRUNE =
      """
      DELETE FROM route_change
      WHERE ts < now() - interval '1 day'
        AND version < (SELECT max(version) FROM route_change)
        AND EXISTS (SELECT FROM leader WHERE generation = ?)
      """;

  /** One row; {@code origin} is the id of the node that made the change. */
  record Change(long version, ChangeText text, String origin) {}

  /** The versions that are kept. */
  record Range(long oldest, long newest) {}

  /** The next rows in the order of versions, at most {@link #BATCH}. */
  List<Change> after(long version) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(AFTER)) {
      select.setLong(1, version);
      List<Change> changes = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          ChangeText text = new ChangeText(row.getString("kind"), row.getString("subject"));
          changes.add(new Change(row.getLong("version"), text, row.getString("origin")));
        }
      }
      return changes;
    }
  }

  Range range() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(RANGE)) {
      row.next();
      return new Range(row.getLong(1), row.getLong(2));
    }
  }

  /** Deletes rows older than a day, unless that generation of the lead is over. */
  int prune(long generation) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(PRUNE)) {
      delete.setLong(1, generation);
      return delete.executeUpdate();
    }
  }
}
