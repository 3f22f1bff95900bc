package io.airouter.query;

import io.airouter.model.Endpoint;
import java.util.List;
import java.util.stream.Collectors;

/** Explains a choice in one sentence for people. */
record Reasoning(QueryAnalysis analysis, int eligible, List<Attempt> failed) {
  String of(Candidate candidate, Endpoint endpoint) {
    String choice =
        analysis.type().word()
            + " query of complexity "
            + Rounded.of(analysis.complexity(), 2)
            + " and "
            + analysis.priority().word()
            + " priority: "
            + candidate.model()
            + " scores "
            + Rounded.of(candidate.score(), 3)
            + " of "
            + eligible
            + " eligible models ("
            + candidate.reason()
            + "); endpoint "
            + endpoint.id()
            + " at "
            + endpoint.authority()
            + " by priority "
            + endpoint.priority()
            + " and weight "
            + endpoint.weight();
    return failed.isEmpty() ? choice : choice + "; after " + failures();
  }

  private String failures() {
    return failed.stream()
        .map(a -> a.endpoint() + " failed (" + a.outcome() + ")")
        .collect(Collectors.joining(", "));
  }
}
