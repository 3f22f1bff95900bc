package io.airouter.admin;

import io.airouter.boundary.DatabaseUnavailableException;
import io.airouter.boundary.SdnControllers;
import io.airouter.boundary.SdnControllers.ControllerView;
import io.airouter.boundary.SdnControllers.DryRun;
import io.airouter.boundary.SdnRefusedException;
import io.airouter.sdn.ControllerFailureException;
import io.airouter.sdn.ControllerName;
import io.airouter.sdn.ControllerState;
import io.airouter.sdn.SdnAction;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * One SDN controller: its state and mappings as they were kept, so that the page opens at once even
 * where the controller hangs; only a test and a dry run ask it, when somebody presses for them.
 */
@Named
@RequestScoped
public class SdnControllerView {
  private static final int ACTIONS = 50;

  /** The field of the form that says how many deletions its reader saw. */
  private static final String DELETIONS = "deletions";

  @Inject private SdnControllers controllers;
  @Inject private InstantSource clock;
  @Inject private HttpServletRequest request;

  private Optional<ControllerView> shown = Optional.empty();
  private Optional<DryRun> dryRun = Optional.empty();
  private String notice = "";
  private String problem = "";
  private boolean accepted;
  private boolean pushed;

  /** One action in the table. */
  public record ActionRow(
      String at,
      String actor,
      String action,
      String subject,
      String before,
      String after,
      String status,
      String outcome,
      boolean isWell) {

    static ActionRow of(SdnAction action) {
      return new ActionRow(
          Figures.dayAndTime(action.at()),
          action.actor(),
          action.action(),
          action.subject(),
          action.before(),
          action.after(),
          action.status().map(String::valueOf).orElse(Figures.NONE),
          action.outcome(),
          action.outcome().equals(SdnAction.OK));
    }
  }

  /** Reads the controller that the address names. */
  @PostConstruct
  void read() {
    try {
      shown = name().flatMap(controllers::controller);
    } catch (DatabaseUnavailableException e) {
      problem = "The state of controllers cannot be read: the database does not answer.";
    }
  }

  private Optional<ControllerName> name() {
    try {
      return Optional.ofNullable(request.getParameter("name")).map(ControllerName::new);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private ControllerName known() {
    return shown.orElseThrow().controller().name();
  }

  /** Asks the controller whether it answers. */
  public void test() {
    attempt(() -> notice = controllers.test(known()));
  }

  /** Reads the controller, compares and writes nothing. */
  public void plan() {
    attempt(() -> dryRun = Optional.of(controllers.plan(known())));
  }

  /** Asks the leading node to carry out what the dry run showed, not what a newer one would. */
  public void push() {
    pushed = true;
    Optional<Integer> seen = seenDeletions();
    if (seen.isEmpty()) {
      problem = "The form does not say how many deletions it showed: make a dry run again.";
      return;
    }
    attempt(
        () -> {
          String id = controllers.push(known(), accepted ? seen.get() : 0);
          notice =
              controllers
                  .awaitOutcome(id)
                  .map(outcome -> "Pushed: " + outcome)
                  .orElse("Asked; the audit below will show " + id);
        });
    read();
  }

  private Optional<Integer> seenDeletions() {
    return Optional.ofNullable(request.getParameter(DELETIONS))
        .filter(text -> text.matches("\\d{1,9}"))
        .map(Integer::valueOf);
  }

  /** Forgets the controller. */
  public String remove() {
    attempt(() -> controllers.remove(known()));
    return problem.isEmpty() ? "/sdn.xhtml?faces-redirect=true" : "";
  }

  private interface Asking {
    void ask() throws ControllerFailureException;
  }

  private void attempt(Asking asking) {
    try {
      asking.ask();
    } catch (ControllerFailureException e) {
      problem = e.failure().kind().word() + ": " + e.failure().reason();
    } catch (SdnRefusedException | DatabaseUnavailableException e) {
      problem = String.valueOf(e.getMessage());
    } catch (EJBAccessException e) {
      problem = "Your role may not do this.";
    }
  }

  public boolean isFound() {
    return shown.isPresent();
  }

  public SdnRow getRow() {
    return SdnRow.of(shown.orElseThrow(), clock.instant());
  }

  public List<SdnMappingRow> getMappings() {
    return shown.map(v -> v.state().entries()).orElse(List.of()).stream()
        .map(SdnMappingRow::of)
        .toList();
  }

  public boolean isPlanned() {
    return dryRun.isPresent();
  }

  /** Also while the button is being pressed, or Faces would not see that it was. */
  public boolean isConfirming() {
    return isPlanned() || isPressed();
  }

  /** The same for what stands only beside a refusal. */
  public boolean isAccepting() {
    return (!getRefusal().isEmpty() && isAcceptable()) || isPressed();
  }

  private boolean isPressed() {
    return request.getParameter("push") != null && !pushed;
  }

  public String getSummary() {
    return dryRun.map(run -> run.plan().summary()).orElse("");
  }

  /** How many rows the dry run would delete. */
  public int getDeletions() {
    return dryRun.map(run -> run.plan().delete().size()).orElse(0);
  }

  public String getRefusal() {
    return dryRun.map(run -> run.verdict().reason()).orElse("");
  }

  public boolean isAcceptable() {
    return dryRun.filter(run -> run.verdict().isAcceptable()).isPresent();
  }

  /** The rows that a push would write, and those that it leaves alone and why. */
  public List<SdnMappingRow> getPlannedRows() {
    return dryRun.map(run -> ControllerState.rows(run.plan())).orElse(List.of()).stream()
        .filter(row -> !row.step().equals("keep"))
        .map(SdnMappingRow::of)
        .toList();
  }

  public List<ActionRow> getActions() {
    return shown
        .map(v -> controllers.actions(v.controller().name(), ACTIONS))
        .orElse(List.of())
        .stream()
        .map(ActionRow::of)
        .toList();
  }

  public String getNotice() {
    return notice;
  }

  public String getProblem() {
    return problem;
  }

  public boolean isAccepted() {
    return accepted;
  }

  public void setAccepted(boolean accepted) {
    this.accepted = accepted;
  }
}
