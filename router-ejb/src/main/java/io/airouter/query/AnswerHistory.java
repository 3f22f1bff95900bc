package io.airouter.query;

import io.airouter.history.HistoryEntry;
import io.airouter.model.Model;
import io.airouter.model.TokenUsage;
import io.airouter.query.RoutedAnswer.Abandoned;
import io.airouter.query.RoutedAnswer.AllFailed;
import io.airouter.query.RoutedAnswer.Answered;
import io.airouter.query.RoutedAnswer.NobodyEligible;
import io.airouter.query.RoutedAnswer.Planned;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * Turns an answer into its history entry. Tokens of a stream that broke are estimated from what was
 * handed on, because the upstream bills them too.
 */
record AnswerHistory(RoutedAnswer answer, Optional<Transcript> transcript) {
  HistoryEntry entry(Duration totalTime) {
    RoutingDecision decision = answer.decision();
    RouteQuery query = decision.query();
    TokenUsage usage = usage();
    return new HistoryEntry(
        query.requestId(),
        decision.at(),
        query.face().word(),
        query.caller().name(),
        query.sourceEid().getHostAddress(),
        decision.workloadClass(),
        decision.analysis().type().word(),
        decision.analysis().complexity(),
        decision.analysis().priority().word(),
        RoutingTrail.lastModel(decision).map(id -> id.value()),
        lastEndpoint(decision),
        decision.method().label(),
        outcome(),
        status(),
        decision.attempts().size(),
        usage,
        decision.chosen().map(c -> cost(c.model(), usage)).orElse(BigDecimal.ZERO),
        decision.routingTime(),
        totalTime,
        transcript.isPresent(),
        decision.chosen().map(c -> c.candidate().score()).orElse(0.0),
        DecisionJson.of(decision).toString());
  }

  private String outcome() {
    return switch (answer) {
      case Answered ok -> "ok";
      case Planned plan -> "dry_run";
      case NobodyEligible nobody -> "no_endpoint";
      case AllFailed failed when failed.last().kind() == UpstreamException.Kind.REJECTED ->
          "rejected";
      case AllFailed failed -> "upstream_error";
      case Abandoned gone -> "client_gone";
    };
  }

  private Optional<Integer> status() {
    return switch (answer) {
      case Answered ok -> Optional.of(200);
      case AllFailed failed when failed.last().status().isPresent() ->
          Optional.of(failed.last().status().getAsInt());
      default -> Optional.empty();
    };
  }

  private TokenUsage usage() {
    return switch (answer) {
      case Answered ok -> ok.completion().usage();
      case Abandoned gone -> gone.partial().map(Completion::usage).orElse(TokenUsage.NONE);
      case AllFailed failed ->
          transcript
              .filter(t -> !t.isEmpty())
              .map(t -> t.usage(failed.decision().analysis().estimatedInputTokens()))
              .orElse(TokenUsage.NONE);
      case Planned plan -> TokenUsage.NONE;
      case NobodyEligible nobody -> TokenUsage.NONE;
    };
  }

  private static BigDecimal cost(Model model, TokenUsage usage) {
    return model.price().cost(usage);
  }

  private static Optional<String> lastEndpoint(RoutingDecision decision) {
    return decision
        .chosen()
        .map(c -> c.endpoint().id().value())
        .or(
            () ->
                decision.attempts().reversed().stream().findFirst().map(a -> a.endpoint().value()));
  }
}
