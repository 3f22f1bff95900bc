package io.airouter.db;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ConnectionBuilder;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.ShardingKeyBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The data source the server is configured with. The first connection decides where the database
 * is: at DATABASE_URL, or embedded under ROUTER_DATA (default {@code data}); it is migrated before
 * anybody sees it. Only here, since the persistence provider connects before any bean of the
 * application lives.
 *
 * <p>A first connection that fails leaves nothing behind and the next one tries again. Safe for
 * many threads: they wait for the one that opens.
 */
public final class RouterDataSource implements DataSource {
  private static final System.Logger LOG = System.getLogger(RouterDataSource.class.getName());

  private static final int CONNECT_SECONDS = 5;

  /**
   * A database that is silent for that long is taken for gone: its callers hold threads that others
   * need. Only migrations may take longer.
   */
  private static final int ANSWER_SECONDS = 5;

  private final Map<String, String> environment;
  private final Migrations migrations;
  private final Lock opening = new ReentrantLock();
  private volatile Optional<DataSource> opened = Optional.empty();

  /** Takes its settings from the process environment; the server calls this by name. */
  public RouterDataSource() {
    this(System.getenv(), new Migrations("classpath:db/migration"));
  }

  /** With settings of the caller's, by the names of the environment variables. */
  public RouterDataSource(Map<String, String> environment) {
    this(environment, new Migrations("classpath:db/migration"));
  }

  RouterDataSource(Map<String, String> environment, Migrations migrations) {
    this.environment = Map.copyOf(environment);
    this.migrations = migrations;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return database().getConnection();
  }

  /** The router has one database user, that of its settings. */
  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("connections are made as the configured user only");
  }

  private DataSource database() throws SQLException {
    Optional<DataSource> current = opened;
    if (current.isPresent()) {
      return current.get();
    }
    opening.lock();
    try {
      if (opened.isEmpty()) {
        opened = Optional.of(open());
      }
      return opened.get();
    } finally {
      opening.unlock();
    }
  }

  private DataSource open() throws SQLException {
    String url = environment.getOrDefault("DATABASE_URL", "").strip();
    return url.isEmpty() ? openEmbedded() : openOutside(DatabaseUrl.parse(url));
  }

  private DataSource openOutside(DatabaseUrl url) throws SQLException {
    LOG.log(Level.INFO, "Opening the database {0}", url);
    PGSimpleDataSource database = driver(url);
    migrations.apply(database);
    database.setSocketTimeout(ANSWER_SECONDS);
    return database;
  }

  private DataSource openEmbedded() throws SQLException {
    Path data = Path.of(environment.getOrDefault("ROUTER_DATA", "data"));
    try {
      EmbeddedDatabase embedded = EmbeddedDatabase.start(data);
      PGSimpleDataSource database = driver(embedded.url());
      try {
        migrations.apply(database);
      } catch (SQLException | RuntimeException e) {
        embedded.close();
        throw e;
      }
      database.setSocketTimeout(ANSWER_SECONDS);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(embedded), "stop-postgresql"));
      return database;
    } catch (IOException e) {
      throw new SQLException("cannot start PostgreSQL: " + e.getMessage(), "08001", e);
    }
  }

  private static void stop(EmbeddedDatabase embedded) {
    try {
      embedded.close();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "cannot stop PostgreSQL", e);
    }
  }

  static PGSimpleDataSource driver(DatabaseUrl url) {
    PGSimpleDataSource driver = new PGSimpleDataSource();
    driver.setUrl(url.jdbc());
    if (!url.user().isEmpty()) {
      driver.setUser(url.user());
      driver.setPassword(url.password());
    }
    driver.setApplicationName("ai-workload-router");
    // History is written in batches: one statement with many rows is several times as fast.
    driver.setReWriteBatchedInserts(true);
    driver.setTcpKeepAlive(true);
    driver.setConnectTimeout(CONNECT_SECONDS);
    driver.setLoginTimeout(CONNECT_SECONDS);
    return driver;
  }

  @Override
  public ConnectionBuilder createConnectionBuilder() throws SQLException {
    return database().createConnectionBuilder();
  }

  @Override
  public ShardingKeyBuilder createShardingKeyBuilder() throws SQLException {
    return database().createShardingKeyBuilder();
  }

  @Override
  public PrintWriter getLogWriter() {
    return new PrintWriter(PrintWriter.nullWriter());
  }

  @Override
  public void setLogWriter(PrintWriter writer) {
    // The driver logs through java.util.logging, to which the server listens.
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public void setLoginTimeout(int seconds) {
    // The driver's own connect timeout holds; the server sets none.
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger("io.airouter.db");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return type.isInstance(this) ? type.cast(this) : database().unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return type.isInstance(this) || database().isWrapperFor(type);
  }
}
