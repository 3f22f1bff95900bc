package io.airouter.query;

import java.util.Optional;

/** What became of a query: always the decision, and how it ended. */
public sealed interface RoutedAnswer {
  RoutingDecision decision();

  /** An endpoint answered. */
  record Answered(RoutingDecision decision, Completion completion) implements RoutedAnswer {}

  /** A dry run: decided, nobody called. */
  record Planned(RoutingDecision decision) implements RoutedAnswer {}

  /** No model or endpoint could be asked at all; the candidates say why. */
  record NobodyEligible(RoutingDecision decision) implements RoutedAnswer {}

  /** All that were asked failed; {@code last} is the last failure. */
  record AllFailed(RoutingDecision decision, UpstreamException last) implements RoutedAnswer {}

  /** The caller left during a stream; {@code partial} is what it had got. */
  record Abandoned(RoutingDecision decision, Optional<Completion> partial)
      implements RoutedAnswer {}
}
