package io.airouter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.airouter.history.HistoryEntry;
import io.airouter.history.Traffic;
import io.airouter.history.TrafficDimension;
import io.airouter.history.TrafficGroup;
import io.airouter.history.TrafficRange;
import io.airouter.history.TrafficReader;
import io.airouter.history.TrafficWindow;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JpaTrafficReaderTest {
  private static final Instant NOW = Instant.parse("2026-11-02T12:34:56Z");

  /** A percentile of rollups may be 1 % off, and both a rounding. */
  private static final double ERROR_BOUND = 0.0101;

  private final RandomHistory random = new RandomHistory(3);

  @BeforeEach
  @AfterEach
  void clear() {
    RandomHistory.clear();
  }

  @ParameterizedTest
  @EnumSource(TrafficRange.class)
  void everyRangeAgreesWithBruteForce(TrafficRange range) throws SQLException {
    TrafficWindow window = range.until(NOW);
    Duration length = Duration.between(window.from(), NOW);
    List<HistoryEntry> entries =
        random.entries(1_500, window.from().minus(length.dividedBy(4)), length.multipliedBy(2));
    write(entries);
    List<HistoryEntry> inside = between(entries, window.from(), window.to());

    TrafficGroup total = read(reader -> reader.total(window));

    assertAgrees(total.traffic(), inside, window);
    assertThat(total.series()).hasSize(window.intervals());
    for (int i = 0; i < window.intervals(); i++) {
      assertAgrees(
          total.series().get(i), between(inside, window.start(i), window.start(i + 1)), window);
    }
  }

  @ParameterizedTest
  @EnumSource(TrafficDimension.class)
  void everyGroupAgreesWithBruteForceFromRowsAndRollups(TrafficDimension by) throws SQLException {
    List<HistoryEntry> entries =
        random.entries(2_000, NOW.minus(Duration.ofHours(20)), Duration.ofHours(20));
    write(entries);
    for (TrafficRange range : List.of(TrafficRange.HOURS_6, TrafficRange.DAY)) {
      TrafficWindow window = range.until(NOW);
      List<HistoryEntry> inside = between(entries, window.from(), window.to());

      List<TrafficGroup> groups = read(reader -> reader.series(window, by));

      assertThat(groups)
          .extracting(TrafficGroup::name)
          .containsExactlyInAnyOrderElementsOf(
              inside.stream().map(entry -> name(entry, by)).distinct().toList());
      assertThat(groups).isSortedAccordingTo((a, b) -> Long.compare(requests(b), requests(a)));
      for (TrafficGroup group : groups) {
        List<HistoryEntry> own =
            inside.stream().filter(entry -> name(entry, by).equals(group.name())).toList();
        assertAgrees(group.traffic(), own, window);
        assertAgrees(group.series().get(3), between(own, window.start(3), window.start(4)), window);
      }
    }
  }

  @Test
  void nothingAskedIsAllZero() {
    for (TrafficRange range : List.of(TrafficRange.HOUR, TrafficRange.MONTH)) {
      TrafficWindow window = range.until(NOW);
      assertThat(read(reader -> reader.total(window)).traffic()).isEqualTo(Traffic.NONE);
      List<TrafficGroup> groups = read(reader -> reader.groups(window, TrafficDimension.MODEL));
      assertThat(groups).isEmpty();
    }
  }

  @Test
  void theWatermarkIsThatOfTheLastRollup() throws SQLException {
    Optional<Instant> none = read(TrafficReader::rolledUpTo);
    assertThat(none).isEmpty();
    Instant before = Instant.now().minusSeconds(5);
    write(random.entries(1, NOW, Duration.ofHours(1)));

    Optional<Instant> now = read(TrafficReader::rolledUpTo);
    assertThat(now).hasValueSatisfying(t -> assertThat(t).isAfter(before));
  }

  private static long requests(TrafficGroup group) {
    return group.traffic().requests();
  }

  private static String name(HistoryEntry entry, TrafficDimension by) {
    return switch (by) {
      case MODEL -> entry.model().orElse("");
      case ENDPOINT -> entry.endpoint().orElse("");
      case CLASS -> entry.workloadClass();
    };
  }

  private static List<HistoryEntry> between(List<HistoryEntry> entries, Instant from, Instant to) {
    return entries.stream().filter(e -> !e.at().isBefore(from) && e.at().isBefore(to)).toList();
  }

  private static void assertAgrees(
      Traffic traffic, List<HistoryEntry> entries, TrafficWindow window) {
    List<HistoryEntry> called = entries.stream().filter(RandomHistory::isCalled).toList();
    assertThat(traffic.requests()).isEqualTo(entries.size());
    assertThat(traffic.called()).isEqualTo(called.size());
    assertThat(traffic.succeeded())
        .isEqualTo(RandomHistory.count(entries, e -> e.outcome().equals("ok")));
    assertThat(traffic.errors()).isEqualTo(RandomHistory.count(entries, RandomHistory::isError));
    assertThat(traffic.fallbacks()).isEqualTo(RandomHistory.count(entries, e -> e.attempts() > 1));
    assertThat(traffic.inputTokens())
        .isEqualTo(RandomHistory.sum(entries, e -> e.usage().inputTokens()));
    assertThat(traffic.outputTokens())
        .isEqualTo(RandomHistory.sum(entries, e -> e.usage().outputTokens()));
    assertThat(traffic.cost()).isEqualByComparingTo(RandomHistory.cost(entries));
    double average =
        called.stream().mapToDouble(e -> e.totalTime().toNanos() / 1e6).average().orElse(0);
    assertThat(traffic.times().average()).isCloseTo(average, within(1e-6 + average * 1e-9));
    double bound = window.rolledUp() ? ERROR_BOUND : 1e-9;
    assertPercentile(traffic.times().p50(), entries, 0.5, bound);
    assertPercentile(traffic.times().p95(), entries, 0.95, bound);
    assertPercentile(traffic.times().p99(), entries, 0.99, bound);
  }

  private static void assertPercentile(
      double found, List<HistoryEntry> entries, double fraction, double bound) {
    double exact = RandomHistory.percentile(entries, fraction);
    assertThat(found).isCloseTo(exact, within(exact * bound + 1e-9));
  }

  private static void write(List<HistoryEntry> entries) throws SQLException {
    RandomHistory.write(entries);
    while (TestDatabase.count("SELECT roll_up_history(200)") > 0) {
      continue;
    }
  }

  private static <T> T read(Function<TrafficReader, T> reading) {
    return TestDatabase.inTransaction(entities -> reading.apply(new JpaTrafficReader(entities)));
  }
}
