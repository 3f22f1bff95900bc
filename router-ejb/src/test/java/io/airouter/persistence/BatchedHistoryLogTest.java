package io.airouter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.airouter.history.HistoryLog.Standing;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchedHistoryLogTest {
  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  private static final BatchedHistoryLog.Pace QUICK =
      new BatchedHistoryLog.Pace(
          50,
          10,
          Duration.ofMillis(5),
          Duration.ofMillis(5),
          Duration.ofMillis(20),
          Duration.ofSeconds(5));
  private volatile boolean down;

  @BeforeEach
  void empty() {
    TestDatabase.execute("TRUNCATE routing_history");
  }

  @Test
  void entriesAreWrittenInTheBackground() {
    try (BatchedHistoryLog log = log(QUICK)) {
      append(log, 0, 30);
      await().until(() -> log.standing().equals(new Standing(0, 30, 0)));
    }
    assertThat(rows()).isEqualTo(30);
  }

  @Test
  void anEntryWrittenTwiceIsOneRow() {
    try (BatchedHistoryLog log = log(QUICK)) {
      append(log, 0, 5);
      append(log, 0, 5);
    }
    assertThat(rows()).isEqualTo(5);
  }

  @Test
  void closingWritesWhatIsWaiting() {
    BatchedHistoryLog log = log(QUICK);
    append(log, 0, 45);
    log.close();

    assertThat(log.standing()).isEqualTo(new Standing(0, 45, 0));
    assertThat(rows()).isEqualTo(45);
  }

  @Test
  void whileTheDatabaseIsGoneEntriesWaitAndWhatDoesNotFitIsCounted() {
    down = true;
    try (BatchedHistoryLog log = log(QUICK)) {
      append(log, 0, 10);
      await().until(() -> log.standing().waiting() == 10);
      append(log, 10, 200);
      await().until(() -> log.standing().dropped() > 0);
      long waiting = log.standing().waiting();
      assertThat(log.standing().written()).isZero();

      down = false;

      await().until(() -> log.standing().waiting() == 0);
      assertThat(log.standing().written()).isEqualTo(waiting).isEqualTo(rows());
      assertThat(log.standing().written() + log.standing().dropped()).isEqualTo(200);
    }
  }

  @Test
  void closingWithoutADatabaseCountsWhatWaitedAsDropped() {
    down = true;
    BatchedHistoryLog log = log(QUICK);
    append(log, 0, 40);
    log.close();

    assertThat(log.standing()).isEqualTo(new Standing(0, 0, 40));
    log.append(HistoryEntries.entry("late", NOON));
    assertThat(log.standing().dropped()).isEqualTo(41);
  }

  @Test
  void aRowTheDatabaseRefusesCostsOnlyItself() {
    try (BatchedHistoryLog log = log(QUICK)) {
      append(log, 0, 4);
      log.append(HistoryEntries.withoutEndpoint("bad", NOON, "{not json"));
      append(log, 4, 9);
      await().until(() -> log.standing().equals(new Standing(0, 9, 1)));
    }
    assertThat(rows()).isEqualTo(9);
  }

  @Test
  void theWriterMakesPartitionsForTheComingDays() {
    TestDatabase.execute(
        "DO $$ BEGIN EXECUTE 'DROP TABLE routing_history_'"
            + " || to_char(now() AT TIME ZONE 'UTC' + interval '2 days', 'YYYYMMDD'); END $$");
    long before = partitions();
    try (BatchedHistoryLog log = log(QUICK)) {
      append(log, 0, 1);
      await().until(() -> log.standing().written() == 1);
    }
    assertThat(partitions()).isEqualTo(before + 1);
  }

  @Test
  void rowsOlderThanTheirPartitionMoveIntoIt() {
    TestDatabase.execute("DROP TABLE IF EXISTS routing_history_20200101");
    try (BatchedHistoryLog log = log(QUICK)) {
      log.append(HistoryEntries.entry("early", Instant.parse("2020-01-01T23:59:59.999999Z")));
      log.append(HistoryEntries.entry("next day", Instant.parse("2020-01-02T00:00:00Z")));
    }
    assertThat(TestDatabase.count("SELECT count(*) FROM routing_history_default")).isEqualTo(2);

    assertThat(TestDatabase.count("SELECT make_history_partitions(0, '2020-01-01')")).isEqualTo(1);

    assertThat(TestDatabase.count("SELECT count(*) FROM routing_history_20200101")).isEqualTo(1);
    assertThat(TestDatabase.count("SELECT count(*) FROM routing_history_default")).isEqualTo(1);
    assertThat(TestDatabase.count("SELECT make_history_partitions(0, '2020-01-01')")).isZero();
  }

  private BatchedHistoryLog log(BatchedHistoryLog.Pace pace) {
    return new BatchedHistoryLog(
        switchable(), InstantSource.fixed(NOON), pace, Thread.ofVirtual().factory());
  }

  private static void append(BatchedHistoryLog log, int from, int to) {
    for (int i = from; i < to; i++) {
      log.append(HistoryEntries.entry("r" + i, NOON));
    }
  }

  private static long rows() {
    return TestDatabase.count("SELECT count(*) FROM routing_history");
  }

  private static long partitions() {
    return TestDatabase.count(
        "SELECT count(*) FROM pg_inherits WHERE inhparent = 'routing_history'::regclass");
  }

  /** The test database, which refuses connections while it is down. */
  private DataSource switchable() {
    return (DataSource)
        Proxy.newProxyInstance(
            DataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              if (down) {
                throw new SQLException("connection refused", "08001");
              }
              try {
                return method.invoke(TestDatabase.SOURCE, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
