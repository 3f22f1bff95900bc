package io.airouter.persistence;

import io.airouter.cluster.Leadership;
import io.airouter.cluster.Node;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Leads while a connection of its own holds a session advisory lock. PostgreSQL frees the lock when
 * that session ends: at once when the process does, and by the session's own limits when its host
 * or process hangs. One thread asks each second; {@link #standing} is read by any.
 */
public final class AdvisoryLeadership implements Leadership, AutoCloseable {
  private static final Logger LOG = System.getLogger(AdvisoryLeadership.class.getName());

  /** A node that could not ask for so long no longer takes itself for the leader. */
  private static final Duration CONFIRMED_WITHIN = Duration.ofSeconds(5);

  /**
   * Longer than the time after which this node itself gives up, so that the lock is not free
   * before. The keepalives find a host that is gone, the idle limit a process that stands still.
   */
  private static final String SESSION_LIMITS =
      """
      SET idle_session_timeout = '10s';
      SET tcp_keepalives_idle = 4;
      SET tcp_keepalives_interval = 2;
      SET tcp_keepalives_count = 3
      """;

  private static final String LOCK = "SELECT pg_try_advisory_lock(hashtext('airouter leader'))";
  private static final String TAKE_OVER =
      """
      UPDATE leader SET generation = generation + 1, node = ?, name = ?, since = now()
      WHERE id = 1 RETURNING generation
      """;
  private static final String READ = "SELECT generation, node, name FROM leader WHERE id = 1";

  /** Before the connection goes back to the pool. */
  private static final String LET_GO = "SELECT pg_advisory_unlock_all(); RESET ALL";

  private final DataSource database;
  private final Node node;
  private final InstantSource clock;
  private final Duration interval;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread asking;
  private Optional<Connection> session = Optional.empty();
  private boolean holding;
  private volatile Known known = new Known(Standing.UNKNOWN, Instant.MIN);

  private record Known(Standing standing, Instant at) {}

  /** Begins to ask, on a thread of that factory. */
  public AdvisoryLeadership(
      DataSource database, Node node, InstantSource clock, ThreadFactory threads) {
    this.database = database;
    this.node = node;
    this.clock = clock;
    this.interval = Duration.ofSeconds(1);
    this.asking = threads.newThread(this::askUntilClosed);
    this.asking.start();
  }

  @Override
  public Standing standing() {
    Known latest = known;
    boolean isStale = latest.at().isBefore(clock.instant().minus(CONFIRMED_WITHIN));
    return isStale ? Standing.UNKNOWN : latest.standing();
  }

  private void askUntilClosed() {
    try {
      do {
        ask();
      } while (!closing.await(interval.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      LOG.log(Level.DEBUG, "interrupted");
    }
    leave();
  }

  private void ask() {
    // Before the question: what it finds may be over by the time the answer is here.
    Instant asked = clock.instant();
    try {
      Standing standing = asked(connection());
      tell(standing);
      known = new Known(standing, asked);
    } catch (SQLException | RuntimeException e) {
      LOG.log(holding ? Level.WARNING : Level.DEBUG, () -> "nobody can be asked who leads: " + e);
      leave();
    }
  }

  private Connection connection() throws SQLException {
    if (session.isEmpty()) {
      Connection opened = database.getConnection();
      session = Optional.of(opened);
      execute(opened, SESSION_LIMITS);
    }
    return session.get();
  }

  private Standing asked(Connection connection) throws SQLException {
    if (!holding && isLockTaken(connection)) {
      holding = true;
      takeOver(connection);
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(READ)) {
      row.next();
      // A take-over by another node would mean that the lock was lost unseen.
      boolean isOurs = holding && node.id().equals(row.getString("node"));
      String name = row.getString("name");
      return new Standing(
          isOurs, row.getLong("generation"), Optional.of(name).filter(n -> !n.isEmpty()));
    }
  }

  private static boolean isLockTaken(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(LOCK)) {
      return row.next() && row.getBoolean(1);
    }
  }

  private void takeOver(Connection connection) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(TAKE_OVER)) {
      update.setString(1, node.id());
      update.setString(2, node.name());
      update.executeQuery().close();
    }
  }

  private void tell(Standing now) {
    if (now.leading() != known.standing().leading()) {
      LOG.log(
          Level.INFO,
          now.leading() ? "{0} leads now, generation {1}" : "{0} no longer leads",
          node.name(),
          now.generation());
    }
  }

  /** Gives the lock and the connection back; a broken one has nothing left to give. */
  private void leave() {
    known = new Known(Standing.UNKNOWN, Instant.MIN);
    holding = false;
    try (Connection leaving = session.orElse(null)) {
      if (leaving != null) {
        execute(leaving, LET_GO);
      }
    } catch (SQLException e) {
      LOG.log(Level.DEBUG, () -> "the leader's connection had ended: " + e);
    }
    session = Optional.empty();
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Stops asking and frees the lock, so that another node leads at once. */
  @Override
  public void close() {
    closing.countDown();
    try {
      if (!asking.join(CONFIRMED_WITHIN)) {
        asking.interrupt();
      }
    } catch (InterruptedException e) {
      asking.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
