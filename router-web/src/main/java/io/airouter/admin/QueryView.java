package io.airouter.admin;

import io.airouter.api.SourceEid;
import io.airouter.boundary.Catalogue;
import io.airouter.boundary.History;
import io.airouter.boundary.HistoryUnavailableException;
import io.airouter.boundary.Queries;
import io.airouter.history.HistoryEntry;
import io.airouter.model.Model;
import io.airouter.model.Priority;
import io.airouter.query.DecisionJson;
import io.airouter.query.RoutedAnswer;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The Query page: routes what is typed, or shows a decision from the history, by {@code ?id=}. What
 * is shown stays for as long as the page is open; the form's fields are {@link QueryForm}'s.
 */
@Named
@ViewScoped
public class QueryView implements Serializable {
  @Serial private static final long serialVersionUID = 1;

  @Inject private transient Queries queries;
  @Inject private transient Catalogue catalogue;
  @Inject private transient History history;
  @Inject private transient Visitor visitor;

  private final QueryForm form = new QueryForm();
  private String id = "";
  private String problem = "";
  private transient Optional<Shown> shown = Optional.empty();

  /** A decision with all that is drawn of it. */
  private record Shown(
      DecisionView decision, AnswerView answer, RoutePicture picture, List<String> story) {
    static Shown of(DecisionView decision, AnswerView answer) {
      return new Shown(decision, answer, RoutePicture.of(decision), RouteStory.of(decision));
    }
  }

  /** Looks the decision up that the address names. */
  public void load() {
    if (id.isBlank()) {
      return;
    }
    try {
      Optional<HistoryEntry> entry = history.find(id);
      problem =
          entry.isPresent()
              ? ""
              : "The history has no query " + id + ". A new one is there within a second or two.";
      shown =
          entry.map(
              kept -> Shown.of(DecisionReader.read(kept.decisionJson()), AnswerView.kept(kept)));
    } catch (HistoryUnavailableException e) {
      problem = "The history cannot be read now, as the database is away; routing goes on.";
      shown = Optional.empty();
    }
  }

  /** Routes the query of the form. */
  public void route() {
    RoutedAnswer answer =
        queries.route(form.toQuery(UUID.randomUUID().toString(), visitor.caller()));
    problem = "";
    id = answer.decision().query().requestId();
    shown =
        Optional.of(
            Shown.of(
                DecisionReader.read(DecisionJson.of(answer.decision())), AnswerView.of(answer)));
  }

  public QueryForm getForm() {
    return form;
  }

  /** The class of the source EID that stands in the form; empty where it is none. */
  public String getWorkloadClass() {
    return SourceEid.parse(form.getSourceEid())
        .map(address -> catalogue.snapshot().catalogue().classOf(address).name())
        .orElse("");
  }

  public List<Priority> getPriorities() {
    return Arrays.asList(Priority.values());
  }

  /** The models one may prefer. */
  public List<Model> getModels() {
    return catalogue.snapshot().catalogue().models().stream().filter(Model::enabled).toList();
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id == null ? "" : id.strip();
  }

  public String getProblem() {
    return problem;
  }

  public boolean isDecided() {
    return shown.isPresent();
  }

  public DecisionView getDecision() {
    return shown.orElseThrow().decision();
  }

  public AnswerView getAnswer() {
    return shown.orElseThrow().answer();
  }

  public RoutePicture getPicture() {
    return shown.orElseThrow().picture();
  }

  public List<String> getStory() {
    return shown.orElseThrow().story();
  }
}
