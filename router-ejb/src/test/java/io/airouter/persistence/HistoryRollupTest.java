package io.airouter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.airouter.history.HistoryEntry;
import io.airouter.persistence.HistoryUpkeep.Retention;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HistoryRollupTest {
  private static final Instant START = Instant.parse("2026-11-02T00:00:00Z");
  private static final double ERROR_BOUND = 0.01;

  private final RandomHistory random = new RandomHistory(7);
  private final HistoryUpkeep upkeep =
      new HistoryUpkeep(
          TestDatabase.SOURCE,
          new Retention(Period.ofDays(30), Period.ofDays(400)),
          InstantSource.system());

  @BeforeEach
  void empty() {
    RandomHistory.clear();
  }

  @Test
  void eachGroupOfEachHourAgreesWithBruteForce() throws SQLException {
    List<HistoryEntry> entries = random.entries(6_000, START, Duration.ofHours(40));
    RandomHistory.write(entries);

    upkeep.rollUp();

    assertThat(rollups()).isEqualTo(bruteForce(entries));
    assertPercentilesWithinBound(entries);
  }

  @Test
  void lateRowsAreCountedAndNothingIsCountedTwice() throws SQLException {
    List<HistoryEntry> entries = random.entries(3_000, START, Duration.ofHours(20));
    RandomHistory.write(entries);
    upkeep.rollUp();
    List<HistoryEntry> late = random.entries(500, START, Duration.ofHours(20));
    RandomHistory.write(late);
    RandomHistory.write(late);
    RandomHistory.write(entries.subList(0, 700));

    upkeep.rollUp();
    upkeep.rollUp();

    List<HistoryEntry> all = new ArrayList<>(entries);
    all.addAll(late);
    assertThat(rollups()).isEqualTo(bruteForce(all));
    assertPercentilesWithinBound(all);
  }

  @Test
  void onlyHoursThatGotRowsAreDoneAgain() throws SQLException {
    RandomHistory.write(random.entries(100, START, Duration.ofHours(5)));
    upkeep.rollUp();
    TestDatabase.execute("UPDATE routing_1h SET requests = requests + 1000");

    RandomHistory.write(random.entries(1, START.plus(Duration.ofHours(3)), Duration.ofHours(1)));
    upkeep.rollUp();

    assertThat(
            TestDatabase.count("SELECT count(DISTINCT hour) FROM routing_1h WHERE requests < 1000"))
        .isEqualTo(1);
  }

  @Test
  void aRowThatIsCommittedDuringARollupIsCountedByTheNext() throws SQLException {
    List<HistoryEntry> entries = random.entries(50, START, Duration.ofHours(1));
    RandomHistory.write(entries.subList(0, 49));
    try (Connection writer = TestDatabase.SOURCE.getConnection();
        Statement statement = writer.createStatement()) {
      writer.setAutoCommit(false);
      statement.execute(
          "INSERT INTO routing_history SELECT 'slow', ts, face, caller, source_eid, workload_class,"
              + " query_type, complexity, priority, model_id, endpoint_id, method, outcome, status,"
              + " attempts, input_tokens, output_tokens, cached_input_tokens, tokens_estimated,"
              + " cost, routing_us, total_us, streamed, score, decision FROM routing_history"
              + " WHERE request_id = 'random-0'");
      upkeep.rollUp();
      assertThat(TestDatabase.count("SELECT sum(requests) FROM routing_1h")).isEqualTo(49);
      writer.commit();
    }

    upkeep.rollUp();

    assertThat(TestDatabase.count("SELECT sum(requests) FROM routing_1h")).isEqualTo(50);
  }

  @Test
  void theWatermarkMovesWithEachCompleteRollup() throws SQLException {
    String watermark =
        "SELECT (extract(epoch FROM rolled_up_to) * 1000000)::bigint FROM report.freshness";
    upkeep.rollUp();
    long first = TestDatabase.count(watermark);
    upkeep.rollUp();

    assertThat(TestDatabase.count(watermark)).isGreaterThan(first);
    assertThat(TestDatabase.count("SELECT hours_waiting FROM report.freshness")).isZero();
  }

  @Test
  void endpointCallsAreThoseOfEachAttempt() throws SQLException {
    List<HistoryEntry> entries = random.entries(2_000, START, Duration.ofHours(3));
    RandomHistory.write(entries);
    upkeep.rollUp();

    long attempts = RandomHistory.sum(entries, HistoryEntry::attempts);
    long served = RandomHistory.count(entries, e -> e.outcome().equals("ok"));
    long failedLast = RandomHistory.count(entries, e -> e.outcome().equals("upstream_error"));
    long failedFirst = entries.stream().mapToLong(HistoryRollupTest::failedBeforeLast).sum();
    assertThat(TestDatabase.count("SELECT sum(calls) FROM endpoint_1h")).isEqualTo(attempts);
    assertThat(TestDatabase.count("SELECT sum(served) FROM endpoint_1h")).isEqualTo(served);
    assertThat(TestDatabase.count("SELECT sum(failed) FROM endpoint_1h"))
        .isEqualTo(failedLast + failedFirst);
  }

  private static long failedBeforeLast(HistoryEntry entry) {
    return List.of("connect", "timeout", "status").stream()
        .mapToLong(kind -> entry.decisionJson().split("\"" + kind + "\"", -1).length - 1L)
        .sum();
  }

  /** Every column but the histogram, by hour and group. */
  private static Map<String, List<Object>> rollups() throws SQLException {
    Map<String, List<Object>> groups = new TreeMap<>();
    try (Connection connection = TestDatabase.SOURCE.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT * FROM routing_1h")) {
      while (row.next()) {
        Instant hour = row.getTimestamp("hour").toInstant();
        String key = hour + " " + row.getString(2) + " " + row.getString(3);
        List<Object> figures = new ArrayList<>();
        for (int column = 6; column <= 16; column++) {
          figures.add(row.getLong(column));
        }
        figures.add(row.getBigDecimal("cost").stripTrailingZeros());
        figures.add(row.getLong("total_us"));
        figures.add(row.getLong("max_us"));
        groups.put(key + " " + row.getString(4) + " " + row.getString(5), figures);
      }
    }
    return groups;
  }

  private static Map<String, List<Object>> bruteForce(List<HistoryEntry> entries) {
    return entries.stream()
        .collect(
            Collectors.groupingBy(
                e ->
                    String.join(
                        " ",
                        e.at().truncatedTo(ChronoUnit.HOURS).toString(),
                        e.model().orElse(""),
                        e.endpoint().orElse(""),
                        e.workloadClass(),
                        e.caller()),
                TreeMap::new,
                Collectors.collectingAndThen(Collectors.toList(), HistoryRollupTest::figures)));
  }

  private static List<Object> figures(List<HistoryEntry> group) {
    List<HistoryEntry> called = group.stream().filter(RandomHistory::isCalled).toList();
    return List.of(
        (long) group.size(),
        (long) group.size() - called.size(),
        RandomHistory.count(group, e -> e.outcome().equals("ok")),
        RandomHistory.count(group, RandomHistory::isError),
        RandomHistory.count(group, e -> e.outcome().equals("rejected")),
        RandomHistory.count(group, e -> e.outcome().equals("client_gone")),
        RandomHistory.count(group, e -> e.attempts() > 1),
        RandomHistory.sum(group, HistoryEntry::attempts),
        RandomHistory.sum(group, e -> e.usage().inputTokens()),
        RandomHistory.sum(group, e -> e.usage().outputTokens()),
        RandomHistory.sum(group, e -> e.usage().cachedInputTokens()),
        new BigDecimal(RandomHistory.cost(group).toString()).stripTrailingZeros(),
        RandomHistory.sum(called, e -> e.totalTime().toNanos() / 1_000),
        called.stream().mapToLong(e -> e.totalTime().toNanos() / 1_000).max().orElse(0));
  }

  private static void assertPercentilesWithinBound(List<HistoryEntry> entries) throws SQLException {
    String merged =
        "SELECT report.percentile_ms(%s, array_agg(bucket), array_agg(requests))"
            + " FROM report.latency_histogram WHERE model = '%s'";
    try (Connection connection = TestDatabase.SOURCE.getConnection();
        Statement statement = connection.createStatement()) {
      for (String model : RandomHistory.MODELS) {
        List<HistoryEntry> own =
            entries.stream().filter(e -> e.model().filter(model::equals).isPresent()).toList();
        for (double fraction : new double[] {0.001, 0.5, 0.95, 0.99, 1}) {
          double exact = RandomHistory.percentile(own, fraction);
          try (ResultSet row = statement.executeQuery(merged.formatted(fraction, model))) {
            row.next();
            assertThat(row.getDouble(1)).isCloseTo(exact, within(exact * ERROR_BOUND * 1.0001));
          }
        }
      }
    }
  }
}
