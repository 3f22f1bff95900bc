package io.airouter.persistence;

import io.airouter.history.HistoryEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Writes history rows below JPA, many in one statement and one commit, which is what bounds their
 * number. Writing a batch again does no harm.
 */
record HistoryBatch(DataSource database) {
  private static final int PARTITION_DAYS_AHEAD = 7;
  private static final String INSERT =
      """
      INSERT INTO routing_history (request_id, ts, face, caller, source_eid, workload_class,
        query_type, complexity, priority, model_id, endpoint_id, method, outcome, status, attempts,
        input_tokens, output_tokens, cached_input_tokens, tokens_estimated, cost, routing_us,
        total_us, streamed, score, decision)
      VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?::jsonb)
      ON CONFLICT DO NOTHING
      """;

  /** Durable when it returns; all or nothing. */
  void write(List<HistoryEntry> entries) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
        for (HistoryEntry entry : entries) {
          bind(insert, entry);
          insert.addBatch();
        }
        insert.executeBatch();
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    }
  }

  /** Makes the daily partitions of the coming days where they are missing. */
  void makePartitions() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT make_history_partitions(" + PARTITION_DAYS_AHEAD + ")");
    }
  }

  private static void bind(PreparedStatement insert, HistoryEntry entry) throws SQLException {
    Columns columns = new Columns(insert);
    columns.text(entry.requestId()).time(entry.at()).text(entry.face()).text(entry.caller());
    columns.text(entry.sourceEid()).text(entry.workloadClass()).text(entry.queryType());
    columns.value(entry.complexity()).text(entry.priority());
    columns.text(entry.model()).text(entry.endpoint());
    columns.text(entry.method()).text(entry.outcome());
    columns.number(entry.status()).value(entry.attempts());
    columns.value(entry.usage().inputTokens()).value(entry.usage().outputTokens());
    columns.value(entry.usage().cachedInputTokens()).value(entry.usage().estimated());
    columns.value(entry.cost()).micros(entry.routingTime()).micros(entry.totalTime());
    columns.value(entry.streamed()).value(entry.score()).text(entry.decisionJson());
  }

  /** Fills a statement's parameters from left to right. */
  private static final class Columns {
    private final PreparedStatement statement;
    private int next = 1;

    Columns(PreparedStatement statement) {
      this.statement = statement;
    }

    Columns text(String value) throws SQLException {
      statement.setString(next++, value);
      return this;
    }

    Columns text(Optional<String> value) throws SQLException {
      return text(value.orElse(null));
    }

    Columns number(Optional<Integer> value) throws SQLException {
      statement.setObject(next++, value.orElse(null), Types.INTEGER);
      return this;
    }

    Columns value(Object value) throws SQLException {
      statement.setObject(next++, value);
      return this;
    }

    /** Cut, not rounded, so that the row's key is the same however often it is written. */
    Columns time(Instant value) throws SQLException {
      return value(value.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
    }

    Columns micros(Duration value) throws SQLException {
      return value(value.toNanos() / 1000);
    }
  }
}
