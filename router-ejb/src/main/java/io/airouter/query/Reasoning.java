package io.airouter.query;

import io.airouter.model.Endpoint;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Explains a choice in one sentence for people. */
record Reasoning(QueryAnalysis analysis, int eligible, List<Attempt> failed) {
  String of(Candidate candidate, Endpoint endpoint) {
    String choice =
        String.format(
            Locale.ROOT,
            "%s query of complexity %.2f and %s priority: %s scores %.3f of %d eligible models"
                + " (%s); endpoint %s at %s by priority %d and weight %d",
            analysis.type().word(),
            analysis.complexity(),
            analysis.priority().word(),
            candidate.model(),
            candidate.score(),
            eligible,
            candidate.reason(),
            endpoint.id(),
            endpoint.authority(),
            endpoint.priority(),
            endpoint.weight());
    return failed.isEmpty() ? choice : choice + "; after " + failures();
  }

  private String failures() {
    return failed.stream()
        .map(a -> a.endpoint() + " failed (" + a.outcome() + ")")
        .collect(Collectors.joining(", "));
  }
}
