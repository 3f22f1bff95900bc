package io.airouter.persistence;

import io.airouter.history.HistoryEntry;
import io.airouter.history.HistoryLog;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;

/**
 * Takes history entries without waiting and lets one thread write them in batches.
 *
 * <p>Between the two stands a bounded queue. While the database is gone the writer holds its batch
 * and tries again, later each time; the queue fills, and what no longer fits is dropped and
 * counted. A batch that the database refuses for what is in it is written row by row, so that one
 * bad row costs only itself. {@link #close} gives the writer a few seconds for what is waiting;
 * what is left then is counted as dropped too.
 */
public final class BatchedHistoryLog implements HistoryLog, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(BatchedHistoryLog.class.getName());

  private final HistoryBatch database;
  private final InstantSource clock;
  private final Pace pace;
  private final BlockingQueue<HistoryEntry> queue;
  private final LongAdder written = new LongAdder();
  private final LongAdder dropped = new LongAdder();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread writer;
  private volatile int inHand;
  private LocalDate partitionsMade = LocalDate.MIN;

  /**
   * How much may wait and how soon it is written.
   *
   * @param capacity entries that may wait
   * @param batch rows written at once
   * @param flushAfter how long an entry waits for others to share its batch
   * @param retryAfter the first wait after a failure, doubled after each further one
   * @param longestRetry the longest wait
   * @param closeWithin how long closing may take
   */
  public record Pace(
      int capacity,
      int batch,
      Duration flushAfter,
      Duration retryAfter,
      Duration longestRetry,
      Duration closeWithin) {
    public static final Pace DEFAULT =
        new Pace(
            20_000,
            500,
            Duration.ofMillis(200),
            Duration.ofMillis(250),
            Duration.ofSeconds(10),
            Duration.ofSeconds(3));
  }

  /** Starts the writer, on a thread of that factory. */
  public BatchedHistoryLog(
      DataSource database, InstantSource clock, Pace pace, ThreadFactory threads) {
    this.database = new HistoryBatch(database);
    this.clock = clock;
    this.pace = pace;
    this.queue = new ArrayBlockingQueue<>(pace.capacity());
    this.writer = threads.newThread(this::writeUntilClosed);
    this.writer.start();
  }

  @Override
  public void append(HistoryEntry entry) {
    if (isClosing() || !queue.offer(entry)) {
      dropped.increment();
    }
  }

  @Override
  public Standing standing() {
    return new Standing(queue.size() + (long) inHand, written.sum(), dropped.sum());
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      if (!writer.join(pace.closeWithin())) {
        writer.interrupt();
      }
    } catch (InterruptedException e) {
      writer.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private void writeUntilClosed() {
    try {
      while (!isClosing() || !queue.isEmpty()) {
        List<HistoryEntry> batch = nextBatch();
        if (!batch.isEmpty()) {
          keep(batch);
        }
      }
    } catch (InterruptedException e) {
      LOG.log(Level.INFO, "interrupted with {0} history entries waiting", standing().waiting());
    } finally {
      dropped.add(standing().waiting());
      queue.clear();
      inHand = 0;
    }
  }

  /** What came within one flush interval of the first entry; empty if none came. */
  private List<HistoryEntry> nextBatch() throws InterruptedException {
    List<HistoryEntry> batch = new ArrayList<>();
    long nanos = pace.flushAfter().toNanos();
    HistoryEntry first = queue.poll(nanos, TimeUnit.NANOSECONDS);
    if (first == null) {
      return batch;
    }
    batch.add(first);
    long deadline = System.nanoTime() + nanos;
    queue.drainTo(batch, pace.batch() - 1);
    while (batch.size() < pace.batch() && !isClosing()) {
      HistoryEntry next = queue.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next == null) {
        break;
      }
      batch.add(next);
      queue.drainTo(batch, pace.batch() - batch.size());
    }
    return batch;
  }

  private void keep(List<HistoryEntry> batch) throws InterruptedException {
    inHand = batch.size();
    Duration wait = pace.retryAfter();
    boolean failed = false;
    while (!kept(batch, failed)) {
      failed = true;
      if (closing.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
        // Closing: one last try, for a database that just came back.
        if (!kept(batch, true)) {
          dropped.add(batch.size());
        }
        break;
      }
      wait = wait.multipliedBy(2);
      wait = wait.compareTo(pace.longestRetry()) < 0 ? wait : pace.longestRetry();
    }
    inHand = 0;
  }

  /** Whether the batch needs no further try. */
  private boolean kept(List<HistoryEntry> batch, boolean failedBefore) {
    try {
      makePartitionsDaily();
      database.write(batch);
      written.add(batch.size());
      if (failedBefore) {
        LOG.log(Level.INFO, "history is written again, {0} entries were dropped", dropped.sum());
      }
      return true;
    } catch (SQLException e) {
      if (isFaultOfRows(e)) {
        return batch.size() == 1 ? refuse(batch, e) : keptOneByOne(batch);
      }
      LOG.log(
          failedBefore ? Level.DEBUG : Level.WARNING,
          "history cannot be written now, it waits: {0}",
          e.getMessage());
      return false;
    }
  }

  /** Leaves in the batch what is still to be kept when the database goes meanwhile. */
  private boolean keptOneByOne(List<HistoryEntry> batch) {
    while (!batch.isEmpty() && kept(List.of(batch.getFirst()), false)) {
      batch.removeFirst();
      inHand = batch.size();
    }
    return batch.isEmpty();
  }

  private boolean refuse(List<HistoryEntry> batch, SQLException e) {
    LOG.log(
        Level.WARNING,
        "history entry {0} is refused: {1}",
        batch.getFirst().requestId(),
        e.getMessage());
    dropped.add(batch.size());
    return true;
  }

  /** Class 22 is a data exception, 23 a constraint: trying the same rows again is of no use. */
  private static boolean isFaultOfRows(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return state.startsWith("22") || state.startsWith("23");
  }

  private void makePartitionsDaily() throws SQLException {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (!today.equals(partitionsMade)) {
      database.makePartitions();
      partitionsMade = today;
    }
  }
}
