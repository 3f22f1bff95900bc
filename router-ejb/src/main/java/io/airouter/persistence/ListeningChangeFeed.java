package io.airouter.persistence;

import io.airouter.cluster.ChangeFeed;
import io.airouter.cluster.ChangeFollower;
import io.airouter.cluster.Node;
import io.airouter.cluster.StoredChange;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Hears of other nodes' changes and has them followed, on one thread with a connection of its own.
 *
 * <p>PostgreSQL's notification is only the hint: what to follow is read from {@code route_change},
 * by version, after each notification, after each reconnect and every other second in any case.
 * Versions become visible in their order, so nothing is missed. Who was away for longer than rows
 * are kept reads everything anew.
 */
public final class ListeningChangeFeed implements ChangeFeed, AutoCloseable {
  private static final Logger LOG = System.getLogger(ListeningChangeFeed.class.getName());
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);
  private static final int WAIT_MILLIS = 500;
  private static final int WAITS_A_POLL = 4;
  private static final int WAITS_A_REFRESH = 10;
  private static final long FIRST_RETRY_MILLIS = 100;
  private static final long LAST_RETRY_MILLIS = 5_000;

  private final DataSource database;
  private final Node node;
  private final ChangeFollower follower;
  private final ThreadFactory threads;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile Standing standing = new Standing(false, 0, 0, 0, 0);
  private volatile long cursor;
  private long followed;
  private long interruptions;
  private Thread thread = Thread.currentThread();

  public ListeningChangeFeed(
      DataSource database, Node node, ChangeFollower follower, ThreadFactory threads) {
    this.database = database;
    this.node = node;
    this.follower = follower;
    this.threads = threads;
  }

  /** Notes where the log ends; to be called before the live state is loaded. */
  public void mark() {
    try (Connection connection = database.getConnection()) {
      cursor = new ChangeRows(connection).range().newest();
    } catch (SQLException e) {
      throw new IllegalStateException("the database tells no changes: " + e.getMessage(), e);
    }
  }

  /** Follows all changes after the mark from now on. */
  public void start() {
    thread = threads.newThread(this::listenUntilClosed);
    thread.start();
  }

  @Override
  public Standing standing() {
    return standing;
  }

  private void listenUntilClosed() {
    long retry = FIRST_RETRY_MILLIS;
    try {
      while (closing.getCount() > 0) {
        try (Connection connection = database.getConnection()) {
          listen(connection);
        } catch (SQLException | RuntimeException e) {
          // Whatever it is, the next attempt may do better, and a feed that ended would not say so.
          lost(e);
        }
        retry = standing.listening() ? FIRST_RETRY_MILLIS : Math.min(retry * 2, LAST_RETRY_MILLIS);
        tell(false);
        closing.await(retry, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      LOG.log(Level.DEBUG, "interrupted");
    }
  }

  private void lost(Exception e) {
    interruptions++;
    follower.cutOff(true);
    LOG.log(
        standing.listening() ? Level.WARNING : Level.DEBUG,
        () -> "changes of other nodes are not heard, what is known stays: " + e);
  }

  private void listen(Connection connection) throws SQLException {
    execute(connection, "LISTEN route_change");
    try {
      returned(connection);
      PGConnection notifying = connection.unwrap(PGConnection.class);
      for (int wait = 1; closing.getCount() > 0; wait++) {
        boolean isTold = notifying.getNotifications(WAIT_MILLIS).length > 0;
        if (isTold || wait % WAITS_A_POLL == 0) {
          catchUp(connection);
        }
        if (wait % WAITS_A_REFRESH == 0) {
          follower.followRefreshes();
        }
        follower.lookAgain();
        tell(true);
      }
    } finally {
      // A pooled connection must not hear on for somebody else.
      execute(connection, "UNLISTEN *");
    }
  }

  /** After the start or an interruption. */
  private void returned(Connection connection) throws SQLException {
    ChangeRows.Range range = new ChangeRows(connection).range();
    boolean isKnown = cursor >= range.oldest() - 1 && cursor <= range.newest();
    if (isKnown) {
      catchUp(connection);
    } else {
      LOG.log(Level.INFO, "away for longer than changes are kept, all is read anew");
      cursor = range.newest();
      follower.followAll();
    }
    follower.followRefreshes();
    follower.cutOff(false);
    if (interruptions > 0) {
      LOG.log(Level.INFO, "changes of other nodes are heard again, up to version {0}", cursor);
    }
    tell(true);
  }

  private void catchUp(Connection connection) throws SQLException {
    ChangeRows rows = new ChangeRows(connection);
    List<ChangeRows.Change> batch = rows.after(cursor);
    while (!batch.isEmpty()) {
      List<StoredChange> foreign = changes(batch, origin -> !origin.equals(node.id()));
      follower.follow(foreign);
      follower.lookLater(changes(batch, node.id()::equals));
      followed += foreign.size();
      cursor = batch.getLast().version();
      batch = batch.size() < ChangeRows.BATCH ? List.of() : rows.after(cursor);
    }
  }

  private static List<StoredChange> changes(
      List<ChangeRows.Change> batch, Predicate<String> origin) {
    return batch.stream()
        .filter(change -> origin.test(change.origin()))
        .flatMap(change -> change.text().toChange().stream())
        .toList();
  }

  private void tell(boolean isListening) {
    standing = new Standing(isListening, cursor, followed, interruptions, follower.failures());
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      if (!thread.join(CLOSE_WITHIN)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
