package io.airouter.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.model.TokenUsage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueryWindowTest {
  private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

  private final QueryWindow window = new QueryWindow();

  private void count(String outcome, Duration total, Instant at) {
    window.count(
        new HistoryEntry(
            "id",
            at,
            "route",
            "anonymous",
            "10.1.0.1",
            "general",
            "general",
            0.5,
            "medium",
            Optional.empty(),
            Optional.empty(),
            "none",
            outcome,
            Optional.empty(),
            1,
            new TokenUsage(0, 0, 0, false),
            BigDecimal.ZERO,
            Duration.ZERO,
            total,
            false,
            0,
            "{}"),
        at);
  }

  @Test
  void answersErrorsAndTimesOfTheLastMinuteAreCounted() {
    count("ok", Duration.ofSeconds(1), START);
    count("ok", Duration.ofSeconds(3), START.plusSeconds(7));
    count("no_endpoint", Duration.ofSeconds(9), START.plusSeconds(8));
    count("rejected", Duration.ofSeconds(9), START.plusSeconds(9));
    assertThat(window.figures(START.plusSeconds(10)))
        .isEqualTo(new QueryWindow.Figures(4, 1, 2, 2.0));
  }

  @Test
  void dryRunsDoNotCount() {
    count("dry_run", Duration.ofSeconds(1), START);
    assertThat(window.figures(START)).isEqualTo(new QueryWindow.Figures(0, 0, 0, 0));
  }

  @Test
  void whatIsOlderThanAMinuteIsForgotten() {
    count("ok", Duration.ofSeconds(1), START);
    assertThat(window.figures(START.plusSeconds(55)).requests()).isEqualTo(1);
    assertThat(window.figures(START.plusSeconds(60)).requests()).isZero();
  }

  @Test
  void aClockThatIsSetBackLosesNoQuery() {
    count("ok", Duration.ofSeconds(1), START);
    count("ok", Duration.ofSeconds(1), START.minusSeconds(30));
    assertThat(window.figures(START).requests()).isEqualTo(2);
  }
}
