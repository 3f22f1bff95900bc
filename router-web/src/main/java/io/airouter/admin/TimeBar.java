package io.airouter.admin;

import io.airouter.admin.DecisionView.AttemptRow;
import io.airouter.admin.DecisionView.StepRow;
import java.util.ArrayList;
import java.util.List;

/**
 * One step of a query, or one call, as a bar on the time of the whole: each begins where the one
 * before it ended.
 *
 * @param start 0..1000
 * @param length 1..1000; what took no time to speak of is still seen
 * @param state {@code step}, {@code answered} or {@code failed}
 */
public record TimeBar(String label, String time, int start, int length, String state) {
  private static final int WHOLE = 1_000;
  private static final int VISIBLE = 6;
  private static final String UPSTREAM = "upstream";

  static List<TimeBar> of(List<StepRow> steps, List<AttemptRow> attempts) {
    List<Span> spans = new ArrayList<>();
    steps.stream()
        // The calls show it in parts.
        .filter(step -> attempts.isEmpty() || !step.step().equals(UPSTREAM))
        .forEach(step -> spans.add(new Span(step.label(), step.millis(), "step")));
    attempts.forEach(
        call ->
            spans.add(
                new Span(
                    "Call " + call.number() + ": " + call.endpoint(),
                    call.millis(),
                    call.succeeded() ? "answered" : "failed")));
    return placed(spans);
  }

  private record Span(String label, double millis, String state) {}

  private static List<TimeBar> placed(List<Span> spans) {
    double total = Math.max(Double.MIN_NORMAL, spans.stream().mapToDouble(Span::millis).sum());
    List<TimeBar> bars = new ArrayList<>();
    double before = 0;
    for (Span span : spans) {
      int length = Math.max(VISIBLE, (int) Math.round(WHOLE * span.millis() / total));
      int start = Math.min(WHOLE - length, (int) Math.round(WHOLE * before / total));
      bars.add(
          new TimeBar(span.label(), Figures.millis(span.millis()), start, length, span.state()));
      before += span.millis();
    }
    return bars;
  }
}
