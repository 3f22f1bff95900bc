package io.airouter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.airouter.history.HistoryBucket;
import io.airouter.history.HistoryEntry;
import io.airouter.history.HistoryReader;
import io.airouter.history.HistorySummary;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JpaHistoryReaderTest {
  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

  @BeforeEach
  void empty() {
    TestDatabase.execute("TRUNCATE routing_history");
  }

  @Test
  void anEntryIsReadAsItWasWritten() throws SQLException {
    HistoryEntry answered = HistoryEntries.entry("a", NOON);
    HistoryEntry failed = HistoryEntries.withoutEndpoint("b", NOON.minusNanos(1_000), "{}");
    write(List.of(answered, failed));

    assertThat(find("a")).contains(answered);
    assertThat(find("b")).contains(failed);
    assertThat(find("c")).isEmpty();
  }

  @Test
  void theLatestEntriesComeFirstHoweverOldTheyAre() throws SQLException {
    write(
        List.of(
            HistoryEntries.entry("month", NOON.minus(Duration.ofDays(30))),
            HistoryEntries.entry("hour", NOON.minus(Duration.ofHours(1))),
            HistoryEntries.entry("now", NOON),
            HistoryEntries.entry("later", NOON.plusSeconds(1))));

    assertThat(recent(1)).extracting(HistoryEntry::requestId).containsExactly("now");
    assertThat(recent(10))
        .extracting(HistoryEntry::requestId)
        .containsExactly("now", "hour", "month");
  }

  @Test
  void aSummaryOfNothingIsAllZero() {
    HistorySummary summary = read(reader -> reader.summary(NOON, NOON.plusSeconds(60)));

    assertThat(summary).isEqualTo(HistorySummary.EMPTY);
  }

  @Test
  void aSummaryAgreesWithBruteForce() throws SQLException {
    List<HistoryEntry> entries = random(700);
    write(entries);
    List<HistoryEntry> window = entries.stream().filter(e -> isWithin(e, 0, 3600)).toList();

    HistorySummary summary = read(reader -> reader.summary(NOON, NOON.plusSeconds(3600)));

    assertThat(summary.requests()).isEqualTo(window.size());
    assertThat(summary.errors()).isEqualTo(errors(window));
    assertThat(summary.p50Millis()).isCloseTo(percentile(window, 0.5), within(1e-6));
    assertThat(summary.p95Millis()).isCloseTo(percentile(window, 0.95), within(1e-6));
    assertThat(summary.inputTokens()).isEqualTo(100L * window.size());
    assertThat(summary.outputTokens()).isEqualTo(20L * window.size());
    assertThat(summary.cost())
        .isEqualByComparingTo(new BigDecimal("0.0042").multiply(new BigDecimal(window.size())));
  }

  @Test
  void aSeriesAgreesWithBruteForceAndHasNoGaps() throws SQLException {
    List<HistoryEntry> entries = random(300);
    write(entries);

    List<HistoryBucket> series = read(reader -> reader.series(NOON, Duration.ofSeconds(60), 70));

    assertThat(series).hasSize(70);
    for (int i = 0; i < series.size(); i++) {
      int from = i * 60;
      List<HistoryEntry> bucket =
          entries.stream().filter(e -> isWithin(e, from, from + 60)).toList();
      assertThat(series.get(i).start()).isEqualTo(NOON.plusSeconds(from));
      assertThat(series.get(i).requests()).isEqualTo(bucket.size());
      assertThat(series.get(i).errors()).isEqualTo(errors(bucket));
      assertThat(series.get(i).p95Millis()).isCloseTo(percentile(bucket, 0.95), within(1e-6));
    }
  }

  private static List<HistoryEntry> random(int count) {
    Random random = new Random(42);
    List<String> outcomes = List.of("ok", "ok", "ok", "dry_run", "no_endpoint", "upstream_error");
    List<HistoryEntry> entries = new ArrayList<>();
    IntStream.range(0, count)
        .forEach(
            i ->
                entries.add(
                    HistoryEntries.entry(
                        "r" + i,
                        NOON.minusSeconds(600).plusMillis(random.nextInt(5_000_000)),
                        outcomes.get(random.nextInt(outcomes.size())),
                        Duration.ofNanos(1_000L * random.nextInt(2_000_000)))));
    return entries;
  }

  private static boolean isWithin(HistoryEntry entry, long from, long to) {
    return !entry.at().isBefore(NOON.plusSeconds(from))
        && entry.at().isBefore(NOON.plusSeconds(to));
  }

  private static long errors(List<HistoryEntry> entries) {
    return entries.stream()
        .filter(e -> e.outcome().equals("no_endpoint") || e.outcome().equals("upstream_error"))
        .count();
  }

  /** Interpolated between the two nearest ranks. */
  private static double percentile(List<HistoryEntry> entries, double share) {
    double[] sorted =
        entries.stream()
            .filter(e -> !e.outcome().equals("dry_run"))
            .flatMapToDouble(e -> DoubleStream.of(e.totalTime().toNanos() / 1e6))
            .sorted()
            .toArray();
    if (sorted.length == 0) {
      return 0;
    }
    double rank = share * (sorted.length - 1);
    int below = (int) rank;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
  }

  private static void write(List<HistoryEntry> entries) throws SQLException {
    new HistoryBatch(TestDatabase.SOURCE).write(entries);
  }

  private static Optional<HistoryEntry> find(String requestId) {
    return read(reader -> reader.find(requestId));
  }

  private static List<HistoryEntry> recent(int count) {
    return read(reader -> reader.recent(count, NOON));
  }

  private static <T> T read(Function<HistoryReader, T> reading) {
    return TestDatabase.inTransaction(entities -> reading.apply(new JpaHistoryReader(entities)));
  }
}
