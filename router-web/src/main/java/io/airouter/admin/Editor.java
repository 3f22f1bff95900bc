package io.airouter.admin;

import io.airouter.boundary.Applied;
import io.airouter.boundary.Catalogue;
import io.airouter.boundary.CatalogueEditing;
import io.airouter.boundary.DatabaseUnavailableException;
import io.airouter.boundary.EditConflictException;
import io.airouter.boundary.EditRefusedException;
import io.airouter.model.CatalogueEdit;
import io.airouter.model.ModelCatalogue;
import jakarta.inject.Inject;
import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.function.Function;

/**
 * The way of a change on a page: typed, reviewed as a difference, applied, and taken back by the
 * inverse edit, which is reviewed too. Who comes second sees what the first one changed beside his
 * own wishes, and takes theirs or applies his anew.
 */
public abstract class Editor implements Serializable {
  @Serial private static final long serialVersionUID = 1;

  /** Where a change stands. */
  public enum Stage {
    TYPING,
    REVIEW,
    CONFLICT,
    APPLIED
  }

  @Inject private transient CatalogueEditing editing;
  @Inject private transient Catalogue catalogue;

  private Stage stage = Stage.TYPING;
  private List<WordEdit> pending = List.of();
  private List<WordEdit> applied = List.of();
  private List<ChangeRow> changes = List.of();
  private List<ChangeRow> findings = List.of();
  private List<ConflictRow> conflicts = List.of();
  private String message = "";

  /** What was typed, as edits. */
  abstract List<WordEdit> wanted();

  /** Shows what is configured now; what was typed is gone. */
  abstract void reset();

  /** Takes over what others changed, and keeps what was typed. */
  abstract void rebase(ModelCatalogue now);

  ModelCatalogue now() {
    return catalogue.snapshot().catalogue();
  }

  /** From the form to the difference. */
  public void review() {
    propose(wanted());
  }

  private void propose(List<WordEdit> edits) {
    pending = edits;
    guarded(
        wanted -> {
          changes = editing.plan(wanted).stream().map(ChangeRow::of).toList();
          stage = changes.isEmpty() ? Stage.TYPING : Stage.REVIEW;
          message = changes.isEmpty() ? "Nothing is changed, so there is nothing to apply." : "";
          return stage;
        });
  }

  /** From the difference to all planes. */
  public void apply() {
    guarded(
        wanted -> {
          Applied result = editing.apply(wanted);
          changes = result.differences().stream().map(ChangeRow::of).toList();
          applied = pending;
          pending = List.of();
          stage = Stage.APPLIED;
          message = "In effect in all planes since table version " + result.tableVersion() + ".";
          reset();
          return stage;
        });
  }

  private void guarded(Function<List<CatalogueEdit>, Stage> step) {
    findings = List.of();
    conflicts = List.of();
    message = "";
    try {
      ModelCatalogue now = now();
      stage = step.apply(pending.stream().map(edit -> edit.toEdit(now)).toList());
    } catch (EditConflictException e) {
      stage = Stage.CONFLICT;
      conflicts = e.conflicts().stream().flatMap(ConflictRow::of).toList();
    } catch (EditRefusedException e) {
      stage = Stage.TYPING;
      findings = e.findings().stream().map(ChangeRow::of).toList();
    } catch (IllegalArgumentException e) {
      // An id that is none.
      stage = Stage.TYPING;
      findings = List.of(new ChangeRow("", "id", "", String.valueOf(e.getMessage())));
    } catch (DatabaseUnavailableException e) {
      message = "Not applied: the database does not answer. Routing goes on; try again later.";
    }
  }

  /** From the difference back to the form. */
  public void back() {
    stage = Stage.TYPING;
    message = "";
  }

  /** Leaves everything as it is configured. */
  public void discard() {
    reset();
    back();
    findings = List.of();
  }

  /** Gives way to whoever was faster. */
  public void takeTheirs() {
    discard();
    message = "The page shows what is configured now; what you typed is gone.";
  }

  /** Lays the same wishes on what the faster one made of it, and shows the difference again. */
  public void applyAnew() {
    ModelCatalogue now = now();
    rebase(now);
    propose(pending.stream().map(edit -> edit.onto(now)).toList());
  }

  /** Proposes the inverse of what was applied last. */
  public void undo() {
    propose(applied.reversed().stream().map(WordEdit::inverse).toList());
  }

  public boolean isTyping() {
    return stage == Stage.TYPING;
  }

  public boolean isReviewing() {
    return stage == Stage.REVIEW;
  }

  public boolean isConflicting() {
    return stage == Stage.CONFLICT;
  }

  public boolean isApplied() {
    return stage == Stage.APPLIED;
  }

  public String getMessage() {
    return message;
  }

  public List<ChangeRow> getChanges() {
    return changes;
  }

  public List<ChangeRow> getFindings() {
    return findings;
  }

  public List<ConflictRow> getConflicts() {
    return conflicts;
  }

  /** Why that field is refused; empty where it is not. */
  public String problemOf(String id, String field) {
    return findings.stream()
        .filter(
            f ->
                f.field().equals(field)
                    && (f.subject().isEmpty() || f.subject().endsWith(" " + id)))
        .map(ChangeRow::after)
        .findFirst()
        .orElse("");
  }
}
