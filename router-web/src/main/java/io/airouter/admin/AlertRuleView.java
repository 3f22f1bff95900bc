package io.airouter.admin;

import io.airouter.access.Role;
import io.airouter.access.SignedIn;
import io.airouter.alert.AlertRule;
import io.airouter.alert.Comparison;
import io.airouter.alert.KeptRule;
import io.airouter.alert.Metric;
import io.airouter.alert.RefusedRuleException;
import io.airouter.alert.Severity;
import io.airouter.boundary.Alerting;
import io.airouter.boundary.DatabaseUnavailableException;
import io.airouter.model.Difference;
import jakarta.ejb.EJBException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The page of one alert rule, by {@code ?id=}, or of a new one: edit, look at the differences,
 * apply. What somebody else changed meanwhile is shown beside it, and nothing is lost.
 */
@Named
@ViewScoped
public class AlertRuleView implements Serializable {
  @Serial private static final long serialVersionUID = 1;

  private static final String RULES = "/monitoring.xhtml?faces-redirect=true&tab=alerts";
  private static final String AWAY = "The database is away; rules cannot be read or changed now.";

  @Inject private transient Alerting alerting;
  @Inject private transient Visitor visitor;

  private final AlertRuleForm form = new AlertRuleForm();
  private String id = "";
  private String problem = "";
  private boolean removing;
  private transient Optional<KeptRule> before = Optional.empty();
  private transient List<Difference> differences = List.of();
  private transient List<Difference> theirs = List.of();

  /** Looks the rule up that the address names. */
  public void load() {
    if (id.isEmpty()) {
      return;
    }
    try {
      before = alerting.rule(id);
      before.ifPresent(kept -> form.show(kept.rule()));
      problem = before.isPresent() ? "" : "There is no rule " + id + ".";
    } catch (DatabaseUnavailableException | EJBException e) {
      problem = AWAY;
    }
  }

  /** Shows what applying would change. */
  public void plan() {
    removing = false;
    theirs = List.of();
    typed().ifPresent(rule -> show(alerting.plan(before.map(KeptRule::rule), Optional.of(rule))));
  }

  /** Shows what removing the rule would take away. */
  public void planRemoval() {
    removing = true;
    theirs = List.of();
    show(alerting.plan(before.map(KeptRule::rule), Optional.empty()));
  }

  private void show(List<Difference> found) {
    differences = found;
    problem = found.isEmpty() ? "Nothing would change." : "";
  }

  private Optional<AlertRule> typed() {
    try {
      return Optional.of(form.rule(id));
    } catch (RefusedRuleException e) {
      differences = List.of();
      String text = "This must be " + e.allowed() + ".";
      FacesContext.getCurrentInstance()
          .addMessage(
              e.field().equals("id") ? "name" : e.field(),
              new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
      return Optional.empty();
    }
  }

  /** Does what was shown, and goes back to the rules. */
  public String apply() {
    try {
      boolean done =
          removing
              ? before.map(alerting::remove).orElse(true)
              : typed().map(this::applied).orElse(false);
      if (done) {
        return RULES;
      }
      conflict();
    } catch (DatabaseUnavailableException | EJBException e) {
      problem = AWAY;
    }
    return "";
  }

  private boolean applied(AlertRule rule) {
    return before.map(kept -> alerting.replace(kept, rule)).orElseGet(() -> alerting.add(rule));
  }

  /** Somebody was first: their changes beside mine; a second apply is one of their version. */
  private void conflict() {
    String subject = id.isEmpty() ? form.rule(id).id() : id;
    Optional<KeptRule> present = alerting.rule(subject);
    if (before.isEmpty()) {
      problem = "There is a rule '" + subject + "' already; choose another name.";
      return;
    }
    theirs = alerting.plan(before.map(KeptRule::rule), present.map(KeptRule::rule));
    String who = present.map(KeptRule::changedBy).orElse("Somebody");
    problem = who + " changed this rule since you opened it. Nothing was changed now.";
    before = present;
    removing = removing && present.isPresent();
    differences =
        alerting.plan(
            before.map(KeptRule::rule), removing ? Optional.empty() : Optional.of(form.rule(id)));
  }

  public AlertRuleForm getForm() {
    return form;
  }

  public boolean isKnown() {
    return before != null && before.isPresent();
  }

  public boolean isMayEdit() {
    return visitor
        .signedIn()
        .map(SignedIn::role)
        .filter(r -> r.includes(Role.OPERATOR))
        .isPresent();
  }

  public List<Difference> getDifferences() {
    return differences;
  }

  public List<Difference> getTheirs() {
    return theirs;
  }

  public List<Metric> getMetrics() {
    return Arrays.asList(Metric.values());
  }

  public List<String> getComparisons() {
    return Comparison.signs();
  }

  public List<String> getSeverities() {
    return Severity.words();
  }

  public String getProblem() {
    return problem;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id == null ? "" : id.strip();
  }
}
