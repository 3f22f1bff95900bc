package io.airouter.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.admin.DecisionView.AttemptRow;
import io.airouter.admin.DecisionView.StepRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeBarTest {
  @Test
  void eachBarBeginsWhereTheOneBeforeItEnds() {
    List<TimeBar> bars =
        TimeBar.of(
            List.of(
                new StepRow("analysis", "Analysis", 100), new StepRow("upstream", "Upstream", 900)),
            List.of(call(1, 300, false), call(2, 600, true)));

    assertThat(bars)
        .extracting(TimeBar::label)
        .containsExactly("Analysis", "Call 1: e", "Call 2: e");
    assertThat(bars).extracting(TimeBar::start).containsExactly(0, 100, 400);
    assertThat(bars).extracting(TimeBar::length).containsExactly(100, 300, 600);
    assertThat(bars).extracting(TimeBar::state).containsExactly("step", "failed", "answered");
  }

  @Test
  void whatTookNoTimeIsSeenAndStaysWithinTheWhole() {
    List<TimeBar> bars =
        TimeBar.of(
            List.of(new StepRow("lisp", "LISP", 1_000), new StepRow("dns", "DNS", 0)), List.of());

    assertThat(bars.getLast().length()).isPositive();
    assertThat(bars.getLast().start() + bars.getLast().length()).isLessThanOrEqualTo(1_000);
    assertThat(TimeBar.of(List.of(new StepRow("dns", "DNS", 0)), List.of())).hasSize(1);
  }

  private static AttemptRow call(int number, double millis, boolean succeeded) {
    return new AttemptRow(
        number, "m", "e", "127.0.0.1:1", succeeded, StatusMark.ok("Answered"), "", millis, "");
  }
}
