package io.airouter.admin;

import io.airouter.history.HistoryEntry;
import io.airouter.model.TokenUsage;
import io.airouter.query.Completion;
import io.airouter.query.RoutedAnswer;
import io.airouter.query.RoutedAnswer.Abandoned;
import io.airouter.query.RoutedAnswer.AllFailed;
import io.airouter.query.RoutedAnswer.Answered;
import io.airouter.query.RoutedAnswer.NobodyEligible;
import io.airouter.query.RoutedAnswer.Planned;
import io.airouter.query.RoutingDecision;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * How a query ended: its mark, the answer's text or in its place what to do next, and the figures
 * below it.
 */
public record AnswerView(StatusMark mark, String text, String notice, List<String> figures) {
  public AnswerView {
    figures = List.copyOf(figures);
  }

  static AnswerView of(RoutedAnswer answer) {
    RoutingDecision decision = answer.decision();
    return switch (answer) {
      case Answered answered -> answered(answered);
      case Planned planned ->
          notice("dry_run", decision, "Decided only: no endpoint was called, nothing was spent.");
      case NobodyEligible nobody ->
          notice(
              "no_endpoint",
              decision,
              "No model could be asked. The candidates below say why; the dashboard shows which"
                  + " endpoints are down.");
      case AllFailed failed ->
          notice(
              failed.last().mayFallBack() ? "upstream_error" : "rejected",
              decision,
              "No endpoint answered. The last one said: " + failed.last().getMessage());
      case Abandoned abandoned ->
          notice("client_gone", decision, "The caller left before the answer was complete.");
    };
  }

  private static AnswerView answered(Answered answered) {
    RoutingDecision decision = answered.decision();
    Completion completion = answered.completion();
    TokenUsage usage = completion.usage();
    BigDecimal cost =
        decision.chosen().map(choice -> choice.model().price().cost(usage)).orElse(BigDecimal.ZERO);
    List<String> figures = new ArrayList<>(figures(usage, cost));
    if (!completion.finishReason().isEmpty()) {
      figures.add("finished: " + completion.finishReason());
    }
    return new AnswerView(
        OutcomeMark.of(HistoryEntry.OK, decision.attempts().size()),
        completion.text(),
        "",
        figures);
  }

  private static AnswerView notice(String outcome, RoutingDecision decision, String notice) {
    return new AnswerView(
        OutcomeMark.of(outcome, decision.attempts().size()), "", notice, List.of());
  }

  /** A query from the history, which keeps neither prompt nor answer. */
  static AnswerView kept(HistoryEntry entry) {
    List<String> figures = new ArrayList<>(figures(entry.usage(), entry.cost()));
    figures.add("total " + Figures.duration(entry.totalTime()));
    return new AnswerView(
        OutcomeMark.of(entry.outcome(), entry.attempts()),
        "",
        "From the history, which keeps the decision but neither the prompt nor the answer.",
        figures);
  }

  private static List<String> figures(TokenUsage usage, BigDecimal cost) {
    if (usage.totalTokens() == 0) {
      return List.of();
    }
    return List.of(
        Figures.count(usage.inputTokens())
            + " in, "
            + Figures.count(usage.outputTokens())
            + " out tokens"
            + (usage.estimated() ? " (estimated)" : ""),
        "cost " + Figures.money(cost));
  }
}
