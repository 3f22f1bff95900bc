package io.airouter.persistence;

import io.airouter.history.HealthEvent;
import io.airouter.history.HealthEventLog;
import io.airouter.history.HistoryLog.Standing;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;

/**
 * Takes changes of endpoints' standing without waiting and lets one thread write them.
 *
 * <p>Between the two stands a bounded queue, as before the routing history. While the database is
 * gone the writer keeps its batch and tries again; what no longer fits is dropped and counted. Rows
 * older than the retention are deleted once a day.
 */
public final class BatchedHealthLog implements HealthEventLog, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(BatchedHealthLog.class.getName());
  private static final int CAPACITY = 10_000;
  private static final int BATCH = 500;
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(3);
  private static final Duration DAY = Duration.ofDays(1);
  private static final String INSERT =
      "INSERT INTO endpoint_health_event (endpoint_id, ts, from_state, to_state, reason, node)"
          + " VALUES (?,?,?,?,?,?)";
  private static final String DELETE = "DELETE FROM endpoint_health_event WHERE ts < ?";

  private final DataSource database;
  private final InstantSource clock;
  private final Period retention;
  private final BlockingQueue<HealthEvent> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final LongAdder written = new LongAdder();
  private final LongAdder dropped = new LongAdder();
  private final Thread writer;
  private volatile boolean closing;
  private volatile int inHand;
  private Instant cleanedAt = Instant.EPOCH;

  /** Starts the writer, on a thread of that factory. */
  public BatchedHealthLog(
      DataSource database, InstantSource clock, Period retention, ThreadFactory threads) {
    this.database = database;
    this.clock = clock;
    this.retention = retention;
    this.writer = threads.newThread(this::writeUntilClosed);
    this.writer.start();
  }

  @Override
  public void append(HealthEvent event) {
    if (closing || !queue.offer(event)) {
      dropped.increment();
    }
  }

  @Override
  public Standing standing() {
    return new Standing(queue.size() + (long) inHand, written.sum(), dropped.sum());
  }

  @Override
  public void close() {
    closing = true;
    try {
      if (!writer.join(CLOSE_WITHIN)) {
        writer.interrupt();
      }
    } catch (InterruptedException e) {
      writer.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  private void writeUntilClosed() {
    List<HealthEvent> batch = new ArrayList<>();
    try {
      while (!closing || !queue.isEmpty()) {
        HealthEvent first = queue.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          queue.drainTo(batch, BATCH - 1);
          keep(batch);
          batch.clear();
        }
        cleanDaily();
      }
    } catch (InterruptedException e) {
      LOG.log(Level.INFO, "interrupted with {0} health events waiting", standing().waiting());
    } finally {
      dropped.add(standing().waiting());
      queue.clear();
      inHand = 0;
    }
  }

  private void keep(List<HealthEvent> batch) throws InterruptedException {
    inHand = batch.size();
    boolean failed = false;
    while (!kept(batch, failed)) {
      if (closing) {
        dropped.add(batch.size());
        break;
      }
      failed = true;
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
    }
    inHand = 0;
  }

  private boolean kept(List<HealthEvent> batch, boolean failedBefore) {
    try {
      write(batch);
      written.add(batch.size());
      return true;
    } catch (SQLException e) {
      Level level = failedBefore ? Level.DEBUG : Level.WARNING;
      LOG.log(level, "health events cannot be written now, they wait: {0}", e.getMessage());
      return false;
    }
  }

  private void write(List<HealthEvent> batch) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
        for (HealthEvent event : batch) {
          insert.setString(1, event.endpoint().value());
          insert.setObject(2, event.at().atOffset(ZoneOffset.UTC));
          insert.setString(3, event.from().word());
          insert.setString(4, event.to().word());
          insert.setString(5, event.reason().replace("\0", ""));
          insert.setString(6, event.node());
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

  private void cleanDaily() {
    Instant now = clock.instant();
    if (now.isBefore(cleanedAt.plus(DAY))) {
      return;
    }
    cleanedAt = now;
    try (Connection connection = database.getConnection();
        PreparedStatement delete = connection.prepareStatement(DELETE)) {
      delete.setObject(1, now.atOffset(ZoneOffset.UTC).minus(retention));
      int deleted = delete.executeUpdate();
      LOG.log(Level.DEBUG, "{0} health events were older than {1}", deleted, retention);
    } catch (SQLException e) {
      LOG.log(Level.DEBUG, "old health events stay a day longer: {0}", e.getMessage());
    }
  }
}
