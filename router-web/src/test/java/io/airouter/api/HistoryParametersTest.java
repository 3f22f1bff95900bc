package io.airouter.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airouter.history.HistoryCursor;
import io.airouter.history.HistoryFilter;
import io.airouter.history.HistoryOrder;
import io.airouter.history.OutcomeGroup;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryParametersTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  void withoutParametersAllThatIsKeptIsShownNewestFirst() {
    HistoryParameters asked = of(Map.of());

    assertThat(asked.filter().from()).isEqualTo(Instant.EPOCH);
    assertThat(asked.filter().to()).isAfterOrEqualTo(NOW);
    assertThat(asked.filter().outcome()).isEmpty();
    assertThat(asked.order()).isEqualTo(HistoryOrder.NEWEST_FIRST);
    assertThat(asked.after("cursor")).isEmpty();
  }

  @Test
  void eachParameterHasItsPlace() {
    HistoryFilter filter =
        of(Map.of(
                "model", " gpt-4 ",
                "endpoint", "gpt-4-primary",
                "class", "general",
                "type", "simple_qa",
                "caller", "shop",
                "outcome", "failed",
                "q", "5b0f",
                "sort", ""))
            .filter();

    assertThat(filter.model()).contains("gpt-4");
    assertThat(filter.endpoint()).contains("gpt-4-primary");
    assertThat(filter.workloadClass()).contains("general");
    assertThat(filter.queryType()).contains("simple_qa");
    assertThat(filter.caller()).contains("shop");
    assertThat(filter.outcome()).contains(OutcomeGroup.FAILED);
    assertThat(filter.text()).contains("5b0f");
  }

  @ParameterizedTest
  @CsvSource({"15m, PT15M", "24h, PT24H", "7d, P7D", "9999d, P9999D"})
  void aRangeReachesBackFromNow(String range, Duration length) {
    assertThat(of(Map.of("range", range)).filter().from()).isEqualTo(NOW.minus(length));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-20T00:00:00Z", "2026-11-20T00:00", "2026-11-20"})
  void aTimeIsAnInstantOrUtc(String from) {
    assertThat(of(Map.of("from", from, "range", "1h")).filter().from())
        .isEqualTo(Instant.parse("2026-11-20T00:00:00Z"));
  }

  @Test
  void aCursorIsReadAsItWasGiven() {
    HistoryCursor cursor = new HistoryCursor(new BigDecimal("0.0042"), NOW, "id with spaces");

    assertThat(of(Map.of("cursor", cursor.text())).after("cursor")).isEqualTo(Optional.of(cursor));
  }

  @ParameterizedTest
  @CsvSource({
    "from, yesterday",
    "from, -1000000000-01-01T00:00:00Z",
    "from, 2026-13-01",
    "to, +1000000000-12-31T23:59:59Z",
    "range, 0h",
    "range, 99999d",
    "range, 1y",
    "outcome, fine",
    "sort, colour",
    "sort, --time",
    "cursor, abc",
    "cursor, MWU5OTk5OTk5OTkgMjAyNi0xMS0yM1QxMjowMDowMFogYQ",
    "q, a\u0000b",
  })
  void whatIsNotUnderstoodIsRefusedByName(String name, String value) {
    HistoryParameters asked = of(Map.of(name, value));

    assertThatThrownBy(
            () -> {
              asked.filter();
              asked.order();
              asked.after("cursor");
            })
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> {
              assertThat(refused.problem().status()).isEqualTo(422);
              assertThat(refused.problem().field()).contains(name);
            });
  }

  @Test
  void aStretchThatEndsBeforeItBeginsIsRefused() {
    HistoryParameters asked = of(Map.of("from", "2026-11-23", "to", "2026-11-22"));

    assertThatThrownBy(asked::filter).isInstanceOf(ProblemException.class);
  }

  private static HistoryParameters of(Map<String, String> given) {
    return new HistoryParameters(given, NOW);
  }
}
