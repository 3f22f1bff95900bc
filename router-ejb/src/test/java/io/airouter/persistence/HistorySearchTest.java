package io.airouter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.history.HistoryCursor;
import io.airouter.history.HistoryEntry;
import io.airouter.history.HistoryFilter;
import io.airouter.history.HistoryOrder;
import io.airouter.history.HistoryPage;
import io.airouter.history.HistoryQuery;
import io.airouter.history.OutcomeGroup;
import io.airouter.model.TokenUsage;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches against brute force over the same entries. */
class HistorySearchTest {
  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  private static final Instant EARLIER = NOON.minus(Duration.ofDays(60));
  private static final HistoryFilter ALL = HistoryFilter.between(EARLIER, NOON);
  private static final List<HistoryEntry> ENTRIES = entries(400);

  @BeforeAll
  static void write() throws SQLException {
    TestDatabase.execute("TRUNCATE routing_history");
    new HistoryBatch(TestDatabase.SOURCE).write(ENTRIES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "time",
        "-time",
        "total_time",
        "-total_time",
        "cost",
        "-cost",
        "tokens",
        "-tokens"
      })
  void pagesShowEveryEntryOnceInOrder(String word) {
    HistoryOrder order = HistoryOrder.ofWord(word).orElseThrow();

    assertThat(ids(walk(ALL, order, 37))).isEqualTo(ids(expected(e -> true, order)));
  }

  @Test
  void entriesOfOneMomentAreNeitherLostNorShownTwice() {
    Instant moment = ENTRIES.getFirst().at();
    HistoryFilter filter = HistoryFilter.between(moment, moment.plusMillis(1));

    List<HistoryEntry> found = walk(filter, HistoryOrder.NEWEST_FIRST, 1);

    assertThat(found).hasSizeGreaterThan(2);
    assertThat(ids(found))
        .isEqualTo(ids(expected(e -> e.at().equals(moment), HistoryOrder.NEWEST_FIRST)));
  }

  @ParameterizedTest
  @EnumSource(OutcomeGroup.class)
  void anOutcomeIsFound(OutcomeGroup outcome) {
    Predicate<HistoryEntry> wanted =
        switch (outcome) {
          case FAILED -> e -> List.of("no_endpoint", "upstream_error").contains(e.outcome());
          case FELL_BACK -> e -> e.outcome().equals("ok") && e.attempts() > 1;
          default -> e -> e.outcome().equals(outcome.word());
        };

    assertFinds(with(ALL, outcome), wanted);
  }

  @Test
  void eachCriterionNarrows() {
    Optional<String> any = Optional.empty();
    Optional<OutcomeGroup> outcome = Optional.empty();
    assertFinds(
        new HistoryFilter(EARLIER, NOON, Optional.of("m1"), any, any, any, any, outcome, any),
        e -> e.model().equals(Optional.of("m1")));
    assertFinds(
        new HistoryFilter(EARLIER, NOON, any, Optional.of("e2"), any, any, any, outcome, any),
        e -> e.endpoint().equals(Optional.of("e2")));
    assertFinds(
        new HistoryFilter(EARLIER, NOON, any, any, Optional.of("fast"), any, any, outcome, any),
        e -> e.workloadClass().equals("fast"));
    assertFinds(
        new HistoryFilter(
            EARLIER, NOON, any, any, any, Optional.of("translation"), any, outcome, any),
        e -> e.queryType().equals("translation"));
    assertFinds(
        new HistoryFilter(EARLIER, NOON, any, any, any, any, Optional.of("a%b"), outcome, any),
        e -> e.caller().equals("a%b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"r1", "r12", "a%", "a_", "sh", "!", "' or 1=1 --", "nobody"})
  void aTextFindsTheBeginningsOfRequestIdsAndCallers(String text) {
    Optional<String> any = Optional.empty();
    assertFinds(
        new HistoryFilter(
            EARLIER, NOON, any, any, any, any, any, Optional.empty(), Optional.of(text)),
        e -> e.requestId().startsWith(text) || e.caller().startsWith(text));
  }

  @Test
  void aStretchHoldsItsStartAndNotItsEnd() {
    HistoryEntry entry = ENTRIES.get(7);
    HistoryFilter filter = HistoryFilter.between(entry.at(), entry.at().plusNanos(1_000));

    assertFinds(filter, e -> e.at().equals(entry.at()));
    assertFinds(HistoryFilter.between(NOON, NOON), e -> false);
  }

  @Test
  void countingStopsWhereItIsTold() {
    assertThat(count(ALL, 10_000)).isEqualTo(ENTRIES.size());
    assertThat(count(ALL, 25)).isEqualTo(25);
  }

  @Test
  void aListLeavesTheDecisionsInTheDatabase() {
    assertThat(walk(ALL, HistoryOrder.NEWEST_FIRST, 100))
        .allSatisfy(entry -> assertThat(entry.decisionJson()).isEmpty());
  }

  private static void assertFinds(HistoryFilter filter, Predicate<HistoryEntry> wanted) {
    List<HistoryEntry> found = walk(filter, HistoryOrder.NEWEST_FIRST, 50);
    List<HistoryEntry> expected = expected(wanted, HistoryOrder.NEWEST_FIRST);
    assertThat(ids(found)).isEqualTo(ids(expected));
    assertThat(count(filter, 10_000)).isEqualTo(expected.size());
  }

  private static List<HistoryEntry> walk(HistoryFilter filter, HistoryOrder order, int count) {
    List<HistoryEntry> found = new ArrayList<>();
    HistoryQuery query = new HistoryQuery(filter, order, Optional.empty(), count);
    Optional<HistoryQuery> next = Optional.of(query);
    while (next.isPresent()) {
      HistoryPage page = page(next.get());
      assertThat(page.entries()).hasSizeLessThanOrEqualTo(count);
      found.addAll(page.entries());
      // As the URL carries it.
      next = page.next().flatMap(c -> HistoryCursor.parse(c.text())).map(query::from);
    }
    return found;
  }

  private static List<HistoryEntry> expected(Predicate<HistoryEntry> wanted, HistoryOrder order) {
    Comparator<HistoryEntry> byTime =
        Comparator.comparing(HistoryEntry::at).thenComparing(HistoryEntry::requestId);
    Comparator<HistoryEntry> upwards =
        switch (order.key()) {
          case TIME -> byTime;
          case TOTAL_TIME -> Comparator.comparing(HistoryEntry::totalTime).thenComparing(byTime);
          case COST -> Comparator.comparing(HistoryEntry::cost).thenComparing(byTime);
          case TOKENS ->
              Comparator.<HistoryEntry>comparingLong(e -> e.usage().totalTokens())
                  .thenComparing(byTime);
        };
    return ENTRIES.stream()
        .filter(wanted)
        .sorted(order.descending() ? upwards.reversed() : upwards)
        .toList();
  }

  private static List<String> ids(List<HistoryEntry> entries) {
    return entries.stream().map(HistoryEntry::requestId).toList();
  }

  private static HistoryFilter with(HistoryFilter filter, OutcomeGroup outcome) {
    Optional<String> any = Optional.empty();
    return new HistoryFilter(
        filter.from(), filter.to(), any, any, any, any, any, Optional.of(outcome), any);
  }

  private static HistoryPage page(HistoryQuery query) {
    return TestDatabase.inTransaction(entities -> new JpaHistoryReader(entities).page(query));
  }

  private static long count(HistoryFilter filter, int most) {
    return TestDatabase.inTransaction(
        entities -> new JpaHistoryReader(entities).count(filter, most));
  }

  /** Ids of one length, so that every collation sorts them the same; some share a moment. */
  private static List<HistoryEntry> entries(int count) {
    Random random = new Random(7);
    List<HistoryEntry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Instant at =
          i % 5 == 0
              ? NOON.minus(Duration.ofMinutes(5))
              : NOON.minusMillis(1 + random.nextLong(Duration.ofDays(40).toMillis()));
      entries.add(entry("r%03d-%04x".formatted(i, random.nextInt(0x10000)), at, random));
    }
    return entries;
  }

  private static HistoryEntry entry(String id, Instant at, Random random) {
    return new HistoryEntry(
        id,
        at,
        "route",
        one(random, "anonymous", "shop", "a%b", "a_b", "axb", "!odd"),
        "10.1.0.1",
        one(random, "general", "fast"),
        one(random, "translation", "simple_qa"),
        0.5,
        "medium",
        Optional.of(one(random, "m1", "m2", "m3")),
        Optional.of(one(random, "e1", "e2")),
        "LISP + DNS",
        one(
            random,
            "ok",
            "ok",
            "ok",
            "dry_run",
            "no_endpoint",
            "upstream_error",
            "rejected",
            "client_gone"),
        Optional.of(200),
        1 + random.nextInt(2),
        new TokenUsage(random.nextInt(4), random.nextInt(4), 0, false),
        new BigDecimal(random.nextInt(5)).movePointLeft(3),
        Duration.ZERO,
        Duration.ofMillis(random.nextInt(6)),
        false,
        0.5,
        "{\"a\": 1}");
  }

  private static String one(Random random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
