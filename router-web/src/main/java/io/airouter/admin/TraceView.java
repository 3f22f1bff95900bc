package io.airouter.admin;

import io.airouter.boundary.History;
import io.airouter.boundary.HistoryUnavailableException;
import io.airouter.history.HistoryEntry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** One query of the history with all that was decided about it, under an address that stays. */
@Named
@RequestScoped
public class TraceView {
  @Inject private History history;
  @Inject private DatabaseAway away;

  private String id = "";
  private boolean readable = true;
  private Optional<HistoryEntry> entry = Optional.empty();
  private Optional<DecisionView> decision = Optional.empty();

  /** Looks up the id of the URL. */
  @PostConstruct
  void read() {
    var faces = FacesContext.getCurrentInstance().getExternalContext();
    id = faces.getRequestParameterMap().getOrDefault("id", "").strip();
    try {
      entry = isPossible(id) ? history.find(id) : Optional.empty();
      decision = entry.flatMap(kept -> decision(kept.decisionJson()));
    } catch (HistoryUnavailableException e) {
      readable = false;
      faces.setResponseStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
    if (readable && entry.isEmpty()) {
      faces.setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  /** A database refuses to be asked for some characters. */
  private static boolean isPossible(String id) {
    return !id.isEmpty() && id.chars().noneMatch(Character::isISOControl);
  }

  private static Optional<DecisionView> decision(String json) {
    try {
      return Optional.of(DecisionReader.read(json));
    } catch (JsonException | ClassCastException e) {
      return Optional.empty();
    }
  }

  public String getId() {
    return id;
  }

  public boolean isReadable() {
    return readable;
  }

  public DatabaseAway getAway() {
    return away;
  }

  public boolean isFound() {
    return entry.isPresent();
  }

  /** Whether the decision of a found query can still be read. */
  public boolean isDecided() {
    return decision.isPresent();
  }

  public DecisionView getDecision() {
    return decision.orElseThrow();
  }

  public AnswerView getAnswer() {
    return AnswerView.kept(entry.orElseThrow());
  }

  public RoutePicture getPicture() {
    return RoutePicture.of(getDecision());
  }

  public List<String> getStory() {
    return RouteStory.of(getDecision());
  }

  public StatusMark getMark() {
    HistoryEntry kept = entry.orElseThrow();
    return OutcomeMark.of(kept.outcome(), kept.attempts());
  }

  /** The figures of the query, each with what makes it up. */
  public List<Figure> getFigures() {
    HistoryEntry kept = entry.orElseThrow();
    List<Figure> figures = new ArrayList<>();
    figures.add(
        new Figure(
            "Total time",
            Figures.duration(kept.totalTime()),
            "routing " + Figures.duration(kept.routingTime())));
    figures.add(
        new Figure(
            "Tokens",
            Figures.count(kept.usage().totalTokens()),
            "%s in (%s cached), %s out%s"
                .formatted(
                    Figures.count(kept.usage().inputTokens()),
                    Figures.count(kept.usage().cachedInputTokens()),
                    Figures.count(kept.usage().outputTokens()),
                    kept.usage().estimated() ? ", estimated" : "")));
    figures.add(new Figure("Cost", Figures.money(kept.cost()), ""));
    figures.add(
        new Figure(
            "Calls",
            Figures.count(kept.attempts()),
            kept.status().map(status -> "last HTTP " + status).orElse("")));
    figures.add(
        new Figure(
            "Score", Figures.score(kept.score()), kept.model().orElse("no model was chosen")));
    return figures;
  }

  /** One figure. */
  public record Figure(String label, String value, String detail) {}

  /** The addresses of the queries that share something with this one. */
  public List<Kin> getKin() {
    HistoryEntry kept = entry.orElseThrow();
    List<Kin> kin = new ArrayList<>();
    kin.add(Kin.of("caller", kept.caller()));
    kin.add(Kin.of("class", kept.workloadClass()));
    kin.add(Kin.of("type", kept.queryType()));
    kept.model().ifPresent(model -> kin.add(Kin.of("model", model)));
    kept.endpoint().ifPresent(endpoint -> kin.add(Kin.of("endpoint", endpoint)));
    return kin;
  }

  /** A filter of the history that this query meets. */
  public record Kin(String label, String value, String link) {
    static Kin of(String parameter, String value) {
      TableRequest history = new TableRequest(new TreeMap<>(), "");
      return new Kin(parameter, value, history.link(parameter, value));
    }
  }
}
