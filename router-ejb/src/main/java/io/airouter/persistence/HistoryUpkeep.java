package io.airouter.persistence;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import javax.sql.DataSource;

/**
 * Keeps the routing history in shape: adds up the hours that got rows, makes the daily partitions
 * ahead, drops what is too old. The work itself is SQL of the schema; this calls it in small
 * portions, each a transaction of its own. {@link #run} is for one thread of one node, and harmless
 * on a second.
 */
public final class HistoryUpkeep implements Runnable {
  private static final System.Logger LOG = System.getLogger(HistoryUpkeep.class.getName());
  private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

  /** Hours added up in one transaction, and transactions in one run: a week, then the next run. */
  private static final int HOURS = 6;

  private static final int PORTIONS = 28;

  private final DataSource database;
  private final Retention retention;
  private final InstantSource clock;
  private Instant nextSweep = Instant.MIN;

  /** How long rows and how long their hourly sums are kept, counted in whole days. */
  public record Retention(Period history, Period rollups) {}

  public HistoryUpkeep(DataSource database, Retention retention, InstantSource clock) {
    this.database = database;
    this.retention = retention;
    this.clock = clock;
  }

  /** Rolls up what is due, and once an hour makes and drops partitions. */
  @Override
  public void run() {
    try {
      rollUp();
      Instant now = clock.instant();
      if (!now.isBefore(nextSweep)) {
        sweep();
        nextSweep = now.plus(BETWEEN_SWEEPS);
      }
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "the history is not rolled up now: {0}", e.getMessage());
    }
  }

  void rollUp() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < PORTIONS; i++) {
        if (!rolledUpMore(statement)) {
          return;
        }
      }
    }
  }

  private static boolean rolledUpMore(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("SELECT roll_up_history(" + HOURS + ")")) {
      row.next();
      return row.getInt(1) == HOURS;
    }
  }

  void sweep() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT made, dropped, stray FROM keep_history(?, ?)")) {
      statement.setInt(1, retention.history().getDays());
      statement.setInt(2, retention.rollups().getDays());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        tell(row);
      }
    }
  }

  private static void tell(ResultSet row) throws SQLException {
    if (row.getInt("dropped") > 0) {
      LOG.log(Level.INFO, "dropped the history of {0} days", row.getInt("dropped"));
    }
    if (row.getLong("stray") > 0) {
      LOG.log(
          Level.WARNING,
          "{0} rows of routing_history_default belong to no daily partition; is a clock wrong?",
          row.getLong("stray"));
    }
  }
}
