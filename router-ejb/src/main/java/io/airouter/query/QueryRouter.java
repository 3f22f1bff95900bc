package io.airouter.query;

import io.airouter.history.HistoryLog;
import io.airouter.model.Endpoint;
import io.airouter.model.Model;
import io.airouter.query.RoutedAnswer.Abandoned;
import io.airouter.query.RoutedAnswer.AllFailed;
import io.airouter.query.RoutedAnswer.Answered;
import io.airouter.query.RoutedAnswer.NobodyEligible;
import io.airouter.query.RoutedAnswer.Planned;
import io.airouter.query.RoutingTrail.Moment;
import io.airouter.table.RoutingTable;
import java.util.Optional;

/**
 * Routes a query: analyses it, ranks the models, looks the best one up in the mapping database and
 * the service registry, draws an endpoint and calls it; on a failure the next endpoint and then the
 * next model, until one answers, the request itself is refused, content has reached the caller, or
 * the attempts are used up. Every query, also a dry run or a failure, leaves one history entry.
 *
 * <p>Each call works on one snapshot and on its caller's thread, which blocks while the upstream
 * works; safe for many threads.
 */
public final class QueryRouter {
  private final RoutingTable table;
  private final Upstream upstream;
  private final HistoryLog history;
  private final RoutingSettings settings;
  private final QueryAnalyzer analyzer = new QueryAnalyzer();
  private final ModelSelector models;
  private final EndpointSelector endpoints;

  public QueryRouter(
      RoutingTable table, Upstream upstream, HistoryLog history, RoutingSettings settings) {
    this.table = table;
    this.upstream = upstream;
    this.history = history;
    this.settings = settings;
    this.models = new ModelSelector(table);
    this.endpoints = new EndpointSelector(table, settings.random());
  }

  /** Asks for the whole answer. */
  public RoutedAnswer route(RouteQuery query) {
    return remembered(query, EndpointCall.whole(upstream));
  }

  /** Asks for a stream; the sink gets nothing of endpoints that failed before content. */
  public RoutedAnswer stream(RouteQuery query, ChunkSink sink) {
    return remembered(query, EndpointCall.streamed(upstream, sink));
  }

  private RoutedAnswer remembered(RouteQuery query, EndpointCall call) {
    Moment moment = new Moment(settings.clock().instant(), new Stopwatch(settings.nanoTime()));
    RoutingTrail trail = new RoutingTrail(query, table.snapshot(), moment, analyzer);
    trail.ranked(
        trail
            .watch()
            .time(
                Stopwatch.SELECTION, () -> models.rank(trail.task(), settings.clock().instant())));
    RoutedAnswer answer = firstAnswer(trail, call);
    history.append(new AnswerHistory(answer, call.transcript()).entry(trail.watch().elapsed()));
    return answer;
  }

  private RoutedAnswer firstAnswer(RoutingTrail trail, EndpointCall call) {
    Optional<RoutedAnswer> failed = Optional.empty();
    for (Candidate candidate : trail.eligible()) {
      Model model = trail.model(candidate);
      if (!admitted(model, trail)) {
        trail.leaveOut(candidate, "rate limit reached");
        continue;
      }
      trail.locate(model);
      for (Endpoint endpoint : drawn(model, trail)) {
        trail.choose(candidate, endpoint);
        if (trail.query().dryRun()) {
          return new Planned(trail.decision());
        }
        RoutedAnswer answer = attempt(trail, call, model, endpoint);
        if (!(answer instanceof AllFailed failure) || !mayGoOn(failure, trail)) {
          return answer;
        }
        failed = Optional.of(failure);
      }
    }
    return failed.orElseGet(() -> new NobodyEligible(trail.decisionWithoutChoice()));
  }

  private boolean admitted(Model model, RoutingTrail trail) {
    return trail.query().dryRun()
        || settings.admission().admits(model, table.load(model.id()), settings.clock().instant());
  }

  private Iterable<Endpoint> drawn(Model model, RoutingTrail trail) {
    return trail.watch().time(Stopwatch.ENDPOINT, () -> endpoints.order(trail.endpoints(model)));
  }

  private RoutedAnswer attempt(
      RoutingTrail trail, EndpointCall call, Model model, Endpoint endpoint) {
    UpstreamCall request =
        new UpstreamCall(
            trail.query().requestId(),
            model,
            endpoint,
            trail.query().chat(),
            settings.upstreamTimeout());
    trail.chosen().ifPresent(choice -> call.announce(choice, trail.attempts().size() + 1));
    TimedCall timed = new TimedCall(request, table.load(endpoint.id()), settings.nanoTime());
    try {
      Completion completion = timed.run(call, trail::attempted);
      return new Answered(trail.decision(), completion);
    } catch (UpstreamException e) {
      return new AllFailed(trail.decisionWithoutChoice(), e);
    } catch (ClientGoneException e) {
      return new Abandoned(trail.decision(), call.partial(trail.task().analysis()));
    }
  }

  private boolean mayGoOn(AllFailed failure, RoutingTrail trail) {
    return failure.last().mayFallBack()
        && trail.attempts().size() < settings.maxAttempts()
        && !Thread.currentThread().isInterrupted();
  }
}
