package io.airouter.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Single statements with values, each on a connection of its own: the pool's, or the transaction's.
 */
final class Sql {
  private final DataSource database;

  Sql(DataSource database) {
    this.database = database;
  }

  /** Makes something of a row. */
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Runs a query; {@code values} stand for its question marks. */
  <T> List<T> query(String text, Reader<T> reader, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(text)) {
      bind(statement, values);
      try (ResultSet rows = statement.executeQuery()) {
        List<T> read = new ArrayList<>();
        while (rows.next()) {
          read.add(reader.read(rows));
        }
        return read;
      }
    } catch (SQLException e) {
      throw new FailedStatementException(e);
    }
  }

  /** Runs a change; an empty Optional among the values is NULL. */
  int update(String text, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(text)) {
      bind(statement, values);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new FailedStatementException(e);
    }
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i] instanceof Optional<?> o ? o.orElse(null) : values[i];
      switch (value) {
        case String[] texts ->
            statement.setArray(i + 1, statement.getConnection().createArrayOf("text", texts));
        case Timestamp[] times ->
            statement.setArray(
                i + 1, statement.getConnection().createArrayOf("timestamptz", times));
        case byte[] octets -> statement.setBytes(i + 1, octets);
        case null, default -> statement.setObject(i + 1, value);
      }
    }
  }

  /** The database did not do it; the cause tells why. */
  static final class FailedStatementException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FailedStatementException(SQLException cause) {
      super(cause);
    }
  }
}
