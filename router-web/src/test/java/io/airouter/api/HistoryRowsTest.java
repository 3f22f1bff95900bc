package io.airouter.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.history.HistoryCursor;
import io.airouter.history.HistoryEntry;
import io.airouter.history.HistoryFilter;
import io.airouter.history.HistoryOrder;
import io.airouter.history.HistoryPage;
import io.airouter.history.HistoryQuery;
import io.airouter.model.TokenUsage;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class HistoryRowsTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final HistoryQuery FIRST =
      new HistoryQuery(
          HistoryFilter.between(Instant.EPOCH, NOON),
          HistoryOrder.NEWEST_FIRST,
          Optional.empty(),
          10);

  private final List<HistoryEntry> kept =
      IntStream.range(0, 35).mapToObj(i -> entry("request-" + i, "shop")).toList();
  private int pagesRead;

  @Test
  void theRowsOfAllPagesComeOneAfterTheOther() {
    assertThat(ids(new HistoryRows(this::page, FIRST, 1_000)))
        .isEqualTo(kept.stream().map(HistoryEntry::requestId).toList());
  }

  @Test
  void thereAreNoMoreRowsThanTheBound() {
    assertThat(ids(new HistoryRows(this::page, FIRST, 12))).hasSize(12);
    assertThat(pagesRead).isEqualTo(2);
  }

  @Test
  void theFirstPageIsReadAtOnceAndTheOthersWhenTheyAreNeeded() {
    new HistoryRows(this::page, FIRST, 1_000);

    assertThat(pagesRead).isEqualTo(1);
  }

  @Test
  void whatCallersNameComesBackFromTheFileAsTextAndNeverAsAFormula() throws IOException {
    List<String> callers =
        List.of("a,b", "say \"hi\"", "two\nlines", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)");
    StringBuilder csv = new StringBuilder();
    var rows = callers.stream().map(c -> entry("request-1", c)).toList();

    Csv.write(
        csv,
        List.of("head"),
        new HistoryRows(q -> new HistoryPage(rows, Optional.empty()), FIRST, 100)
            .map(HistoryCsvResource::cells));

    List<CSVRecord> read = CSVFormat.RFC4180.parse(new StringReader(csv.toString())).getRecords();
    assertThat(read.stream().skip(1).map(row -> row.get(3)))
        .containsExactly(
            "a,b", "say \"hi\"", "two\nlines", "'=cmd|' /C calc'!A0", "'+1", "'-1", "'@SUM(A1)");
    assertThat(read.get(1).get(16)).isEqualTo("0.0042");
    assertThat(read.get(1).get(18)).isEqualTo("120.000");
  }

  private HistoryPage page(HistoryQuery query) {
    pagesRead++;
    int from =
        query
            .after()
            .map(c -> Integer.parseInt(c.requestId().substring("request-".length())) + 1)
            .orElse(0);
    List<HistoryEntry> page = kept.subList(from, Math.min(kept.size(), from + query.count()));
    return new HistoryPage(
        page,
        from + page.size() < kept.size()
            ? Optional.of(HistoryCursor.of(page.getLast(), query.order()))
            : Optional.empty());
  }

  private static List<String> ids(HistoryRows rows) {
    List<String> ids = new ArrayList<>();
    rows.forEachRemaining(entry -> ids.add(entry.requestId()));
    return ids;
  }

  private static HistoryEntry entry(String id, String caller) {
    return new HistoryEntry(
        id,
        NOON,
        "route",
        caller,
        "10.1.0.1",
        "general",
        "simple_qa",
        0.25,
        "medium",
        Optional.of("gpt-4"),
        Optional.empty(),
        "LISP + DNS",
        "ok",
        Optional.of(200),
        1,
        TokenUsage.NONE,
        new BigDecimal("0.0042"),
        Duration.ofMillis(1),
        Duration.ofMillis(120),
        false,
        0.875,
        "");
  }
}
