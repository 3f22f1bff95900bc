package io.airouter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.persistence.HistoryUpkeep.Retention;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryRetentionTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  private final RandomHistory random = new RandomHistory(11);
  private final HistoryUpkeep upkeep =
      new HistoryUpkeep(
          TestDatabase.SOURCE,
          new Retention(Period.ofDays(30), Period.ofDays(60)),
          InstantSource.system());

  @BeforeEach
  @AfterEach
  void clear() {
    RandomHistory.clear();
  }

  @Test
  void partitionsStandAheadForAWeek() throws SQLException {
    upkeep.sweep();

    for (int day = 0; day <= 7; day++) {
      assertThat(hasPartition(TODAY.plusDays(day))).isTrue();
    }
  }

  @Test
  void oldDaysAreDroppedAndTheirHoursStay() throws SQLException {
    TestDatabase.execute("SELECT make_history_partitions(1, '%s')".formatted(daysAgo(31)));
    writeOn(daysAgo(31), 40);
    writeOn(daysAgo(30), 40);
    upkeep.rollUp();

    upkeep.sweep();

    assertThat(hasPartition(daysAgo(31))).isFalse();
    assertThat(hasPartition(daysAgo(30))).isTrue();
    assertThat(TestDatabase.count("SELECT count(*) FROM routing_history")).isEqualTo(40);
    assertThat(rolledUp()).isEqualTo(80);
  }

  @Test
  void whatIsNotRolledUpYetIsNotDropped() throws SQLException {
    TestDatabase.execute("SELECT make_history_partitions(0, '%s')".formatted(daysAgo(40)));
    writeOn(daysAgo(40), 10);
    upkeep.sweep();
    assertThat(TestDatabase.count("SELECT count(*) FROM routing_history")).isEqualTo(10);

    upkeep.run();

    assertThat(TestDatabase.count("SELECT count(*) FROM routing_history")).isZero();
    assertThat(rolledUp()).isEqualTo(10);
  }

  @Test
  void aRowThatComesAfterItsDayWasDroppedSpoilsNoRollup() throws SQLException {
    writeOn(daysAgo(35), 20);
    upkeep.run();
    upkeep.sweep();
    assertThat(rolledUp()).isEqualTo(20);

    writeOn(daysAgo(35), 1);
    upkeep.rollUp();
    upkeep.sweep();

    assertThat(rolledUp()).isEqualTo(20);
    assertThat(stray()).isZero();
  }

  @Test
  void lateRowsOfAKeptDayGetItsPartitionAndOnesOfTheFutureAreCounted() throws SQLException {
    TestDatabase.execute("DROP TABLE IF EXISTS routing_history_" + suffix(daysAgo(12)));
    writeOn(daysAgo(12), 5);
    writeOn(TODAY.plusDays(90), 3);
    assertThat(stray()).isEqualTo(8);

    upkeep.sweep();

    assertThat(hasPartition(daysAgo(12))).isTrue();
    assertThat(stray()).isEqualTo(3);
  }

  @Test
  void oldRollupsGoToo() throws SQLException {
    writeOn(daysAgo(61), 4);
    writeOn(daysAgo(59), 4);
    upkeep.rollUp();

    upkeep.sweep();

    assertThat(rolledUp()).isEqualTo(4);
  }

  private void writeOn(LocalDate day, int count) throws SQLException {
    Instant start = day.atStartOfDay().toInstant(ZoneOffset.UTC);
    RandomHistory.write(random.entries(count, start, Duration.ofDays(1)));
  }

  private static LocalDate daysAgo(int days) {
    return TODAY.minusDays(days);
  }

  private static long rolledUp() {
    return TestDatabase.count("SELECT coalesce(sum(requests), 0) FROM routing_1h");
  }

  private static long stray() {
    return TestDatabase.count("SELECT stray_rows FROM report.freshness");
  }

  private static String suffix(LocalDate day) {
    return DateTimeFormatter.BASIC_ISO_DATE.format(day);
  }

  private static boolean hasPartition(LocalDate day) {
    return TestDatabase.count(
            "SELECT count(*) FROM pg_class WHERE relname = 'routing_history_" + suffix(day) + "'")
        == 1;
  }
}
