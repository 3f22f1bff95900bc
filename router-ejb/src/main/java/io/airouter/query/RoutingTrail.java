package io.airouter.query;

import io.airouter.model.Endpoint;
import io.airouter.model.Model;
import io.airouter.model.ModelId;
import io.airouter.model.WorkloadClass;
import io.airouter.query.RoutingDecision.Choice;
import io.airouter.table.MappingLookup;
import io.airouter.table.ServiceLookup;
import io.airouter.table.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is decided for one query, as it comes to be: the router writes each step down here and takes
 * the {@link RoutingDecision} from it at the end. Confined to one thread.
 */
final class RoutingTrail {
  private final RouteQuery query;
  private final Instant at;
  private final Snapshot snapshot;
  private final Stopwatch watch;
  private final WorkloadClass workloadClass;
  private final QueryAnalysis analysis;
  private final List<Candidate> candidates = new ArrayList<>();
  private final List<Attempt> attempts = new ArrayList<>();
  private Optional<Choice> chosen = Optional.empty();
  private MappingLookup mapping = MappingLookup.NOT_ASKED;
  private ServiceLookup service = ServiceLookup.NOT_ASKED;
  private RoutingMethod method = RoutingMethod.DIRECT;

  RoutingTrail(RouteQuery query, Snapshot snapshot, Moment moment, QueryAnalyzer analyzer) {
    this.query = query;
    this.at = moment.at();
    this.snapshot = snapshot;
    this.watch = moment.watch();
    this.workloadClass = snapshot.catalogue().classOf(query.sourceEid());
    this.analysis =
        watch.time(
            Stopwatch.ANALYSIS,
            () -> analyzer.analyze(query, workloadClass.policy().defaultPriority()));
  }

  /** When the query came and the stopwatch that was started then. */
  record Moment(Instant at, Stopwatch watch) {}

  RoutingTask task() {
    return new RoutingTask(query, analysis, workloadClass, snapshot);
  }

  Stopwatch watch() {
    return watch;
  }

  RouteQuery query() {
    return query;
  }

  Optional<Choice> chosen() {
    return chosen;
  }

  List<Attempt> attempts() {
    return attempts;
  }

  void ranked(List<Candidate> ranking) {
    candidates.addAll(ranking);
  }

  /** The candidates that may be called, best first, as they were ranked. */
  List<Candidate> eligible() {
    return candidates.stream().filter(Candidate::eligible).toList();
  }

  Model model(Candidate candidate) {
    return snapshot.catalogue().model(candidate.model()).orElseThrow();
  }

  List<Endpoint> endpoints(Model model) {
    return snapshot.catalogue().endpointsOf(model.id());
  }

  /** The candidate turned out not to be callable after all, such as by its last free request. */
  void leaveOut(Candidate candidate, String reason) {
    candidates.remove(candidate);
    candidates.add(
        new Candidate(
            candidate.model(),
            false,
            0,
            candidate.scores(),
            candidate.estimatedCost(),
            candidate.estimatedResponseTime(),
            reason));
  }

  /** Asks the mapping database and the service registry where the model is. */
  void locate(Model model) {
    mapping = watch.time(Stopwatch.LISP, () -> snapshot.lookUpMapping(model));
    service = watch.time(Stopwatch.DNS, () -> snapshot.lookUpService(model));
  }

  void choose(Candidate candidate, Endpoint endpoint) {
    boolean byLisp = endpoint.addresses().stream().anyMatch(a -> mapping.names(a));
    method = RoutingMethod.of(byLisp, service.names(endpoint.id().value()));
    String reasoning = new Reasoning(analysis, eligible().size(), attempts).of(candidate, endpoint);
    chosen =
        Optional.of(
            new Choice(
                model(candidate), endpoint, candidate, reasoning + "; found by " + method.label()));
  }

  void attempted(Attempt attempt) {
    attempts.add(attempt);
    watch.add(Stopwatch.UPSTREAM, attempt.duration());
  }

  /** Nobody answered: what was chosen last did not become the choice. */
  RoutingDecision decisionWithoutChoice() {
    chosen = Optional.empty();
    return decision();
  }

  RoutingDecision decision() {
    return new RoutingDecision(
        query,
        at,
        analysis,
        workloadClass.name(),
        candidates,
        chosen,
        mapping,
        service,
        method,
        attempts,
        watch.steps(),
        snapshot.version());
  }

  /** The model that was called last, for the record of a failure. */
  static Optional<ModelId> lastModel(RoutingDecision decision) {
    return decision
        .chosen()
        .map(c -> c.model().id())
        .or(() -> decision.attempts().reversed().stream().findFirst().map(Attempt::model));
  }
}
