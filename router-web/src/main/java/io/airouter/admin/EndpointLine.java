package io.airouter.admin;

import io.airouter.boundary.ModelView.EndpointView;
import io.airouter.history.Latency;
import io.airouter.model.Endpoint;
import io.airouter.model.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One endpoint of a model's page: what an operator may type of it, beside how it stands now. */
public final class EndpointLine {
  private final Draft draft;
  private final Standing standing;

  /** How the endpoint stands at that moment; nothing of one that is only in the form. */
  private record Standing(
      Optional<EndpointView> view, Optional<Latency> latency, double share, Instant at) {}

  private EndpointLine(Draft draft, Standing standing) {
    this.draft = draft;
    this.standing = standing;
  }

  /**
   * The line of that draft.
   *
   * @param all the model's endpoints now, its own among them where it is there
   */
  static EndpointLine of(
      Draft draft, List<EndpointView> all, Optional<Latency> latency, Instant now) {
    Optional<EndpointView> view =
        draft.isFresh()
            ? Optional.empty()
            : all.stream().filter(v -> v.endpoint().id().value().equals(draft.getId())).findFirst();
    double share = view.map(v -> share(v.endpoint(), all)).orElse(0.0);
    return new EndpointLine(draft, new Standing(view, latency, share, now));
  }

  /** Which part of the model's queries goes there: by weight among the first that serve. */
  private static double share(Endpoint endpoint, List<EndpointView> all) {
    List<Endpoint> serving =
        all.stream().map(EndpointView::endpoint).filter(Endpoint::isServing).toList();
    int first = serving.stream().mapToInt(Endpoint::priority).min().orElse(-1);
    if (!endpoint.isServing() || endpoint.priority() != first) {
      return 0;
    }
    List<Endpoint> level = serving.stream().filter(e -> e.priority() == first).toList();
    int sum = level.stream().mapToInt(Endpoint::weight).sum();
    return sum == 0 ? 1.0 / level.size() : (double) endpoint.weight() / sum;
  }

  public Draft getDraft() {
    return draft;
  }

  public boolean isFresh() {
    return standing.view().isEmpty();
  }

  public String getId() {
    return draft.getId();
  }

  public StatusMark getMark() {
    return standing.view().map(v -> EndpointRow.mark(v.endpoint())).orElse(StatusMark.idle("New"));
  }

  public String getAuthority() {
    return standing.view().map(v -> v.endpoint().authority()).orElse("");
  }

  public String getReason() {
    return standing
        .view()
        .map(v -> v.endpoint().health())
        .filter(health -> !health.since().equals(Instant.EPOCH))
        .map(
            health ->
                health.reason()
                    + " for "
                    + Figures.age(Duration.between(health.since(), standing.at())))
        .orElse("");
  }

  public String getOrigin() {
    return standing.view().map(v -> v.endpoint().origin().word()).orElse("");
  }

  /** Whether it registered itself, so that its place is not the operator's to say. */
  public boolean isRegistered() {
    return standing.view().filter(v -> v.endpoint().origin() == Origin.REGISTERED).isPresent();
  }

  public String getShare() {
    return Figures.percent(standing.share());
  }

  public String getInFlight() {
    return standing.view().map(v -> Figures.count(v.inFlight())).orElse(Figures.NONE);
  }

  public String getP95() {
    return standing.latency().map(l -> Figures.millis(l.p95Millis())).orElse(Figures.NONE);
  }

  public String getCalls() {
    return standing
        .view()
        .map(v -> Figures.count(v.calls()) + ", " + Figures.count(v.failures()) + " failed")
        .orElse(Figures.NONE);
  }

  /** What failed of the calls since the start is told apart where anything did. */
  public boolean isFailing() {
    return standing.view().filter(v -> v.failures() > 0).isPresent();
  }
}
