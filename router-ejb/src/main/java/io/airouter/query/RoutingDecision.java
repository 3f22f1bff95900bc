package io.airouter.query;

import io.airouter.model.Endpoint;
import io.airouter.model.Model;
import io.airouter.table.MappingLookup;
import io.airouter.table.ServiceLookup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that was decided for one query and why: the record behind the API's answer, the
 * history row and the picture in the UI.
 *
 * @param candidates all models considered, best first, those left out last
 * @param chosen the model and endpoint that answered, or in a dry run would be asked first; empty
 *     when nobody could
 * @param mapping the mapping database's answer for the chosen model's EID
 * @param service the service registry's answer for its name
 * @param attempts each call, in order; none in a dry run
 * @param tableVersion the version of the live state that was read
 */
public record RoutingDecision(
    RouteQuery query,
    Instant at,
    QueryAnalysis analysis,
    String workloadClass,
    List<Candidate> candidates,
    Optional<Choice> chosen,
    MappingLookup mapping,
    ServiceLookup service,
    RoutingMethod method,
    List<Attempt> attempts,
    List<StepTime> steps,
    long tableVersion) {

  public RoutingDecision {
    Objects.requireNonNull(query);
    Objects.requireNonNull(analysis);
    candidates = List.copyOf(candidates);
    attempts = List.copyOf(attempts);
    steps = List.copyOf(steps);
  }

  /** How sure the router is, 0..1: of the query's type and of the chosen model alike. */
  public double confidence() {
    return chosen.map(c -> (analysis.confidence() + c.candidate().score()) / 2).orElse(0.0);
  }

  /** The eligible models that were not chosen, best first. */
  public List<Candidate> alternatives() {
    return candidates.stream()
        .filter(Candidate::eligible)
        .filter(
            c -> chosen.filter(choice -> choice.candidate().model().equals(c.model())).isEmpty())
        .toList();
  }

  /** All steps but the upstream's. */
  public Duration routingTime() {
    return steps.stream()
        .filter(s -> !s.step().equals(Stopwatch.UPSTREAM))
        .map(StepTime::duration)
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** A model and one of its endpoints, with the words that explain them. */
  public record Choice(Model model, Endpoint endpoint, Candidate candidate, String reasoning) {}
}
