package io.airouter.admin;

import io.airouter.admin.DecisionView.AttemptRow;
import io.airouter.admin.DecisionView.CandidateRow;
import io.airouter.admin.DecisionView.MappingView;
import io.airouter.admin.DecisionView.ServiceView;
import java.util.ArrayList;
import java.util.List;

/** The path of one query in sentences: the picture for those who do not see it. */
final class RouteStory {
  private RouteStory() {}

  static List<String> of(DecisionView decision) {
    List<String> story = new ArrayList<>();
    var asked = decision.asked();
    var analysis = decision.analysis();
    story.add(
        "%s asked from %s, workload class %s."
            .formatted(asked.caller(), asked.sourceEid(), asked.workloadClass()));
    story.add(
        "Analysis: %s, complexity %s, priority %s%s."
            .formatted(
                analysis.type(),
                analysis.complexity(),
                analysis.priority(),
                in(decision.timeOf("analysis"))));
    story.add(
        decision
            .leadingCandidate()
            .map(leading -> chosen(leading, decision))
            .orElse("No model was eligible; the candidates say why."));
    if (decision.mapping().asked()) {
      story.add(mapping(decision.mapping()) + in(decision.timeOf("lisp")) + ".");
    }
    if (decision.service().asked()) {
      story.add(registry(decision.service()) + in(decision.timeOf("dns")) + ".");
    }
    decision.attempts().forEach(attempt -> story.add(attempt(attempt)));
    if (decision.attempts().isEmpty()) {
      story.add(
          decision
              .selected()
              .map(s -> "Dry run: %s would be called first.".formatted(s.endpoint()))
              .orElse("Nobody was called."));
    }
    return story;
  }

  private static String chosen(CandidateRow leading, DecisionView decision) {
    return "Model %s leads %d candidates with score %s%s."
        .formatted(
            leading.model(),
            decision.candidates().size(),
            leading.score(),
            in(decision.timeOf("selection")));
  }

  private static String mapping(MappingView mapping) {
    return mapping
        .prefix()
        .map(
            prefix ->
                "LISP: EID %s is in %s with %s"
                    .formatted(
                        mapping.eid(), prefix, Figures.count(mapping.rlocs().size(), "RLOC")))
        .orElseGet(() -> "LISP: no mapping covers EID " + mapping.eid());
  }

  private static String registry(ServiceView service) {
    return service.found()
        ? "DNS: %s has %s"
            .formatted(service.name(), Figures.count(service.instances().size(), "instance"))
        : "DNS: the registry has no " + service.name();
  }

  private static String attempt(AttemptRow attempt) {
    String end =
        attempt.succeeded()
            ? "answered"
            : "failed: " + (attempt.detail().isEmpty() ? attempt.mark().word() : attempt.detail());
    return "Call %d: %s at %s %s, in %s."
        .formatted(attempt.number(), attempt.endpoint(), attempt.authority(), end, attempt.time());
  }

  private static String in(String time) {
    return time.isEmpty() ? "" : ", in " + time;
  }
}
