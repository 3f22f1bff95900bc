package io.airouter.boundary;

import io.airouter.model.Difference;
import io.airouter.model.EditPlan.Conflict;
import jakarta.ejb.ApplicationException;
import java.io.Serial;
import java.util.List;

/** Somebody else changed the same subject since the editor looked; nothing was changed. */
@ApplicationException(rollback = true)
public class EditConflictException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final transient List<Conflict> conflicts;

  public EditConflictException(List<Conflict> conflicts) {
    super(conflicts.getFirst().subject() + " was changed by somebody else meanwhile");
    this.conflicts = List.copyOf(conflicts);
  }

  public List<Conflict> conflicts() {
    return conflicts;
  }

  /** What somebody else changed since the editor looked. */
  public List<Difference> theirs() {
    return conflicts.stream().flatMap(c -> c.theirs().stream()).toList();
  }

  /** What the editor wanted. */
  public List<Difference> yours() {
    return conflicts.stream().flatMap(c -> c.yours().stream()).toList();
  }
}
