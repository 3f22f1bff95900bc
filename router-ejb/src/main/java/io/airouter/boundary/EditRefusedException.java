package io.airouter.boundary;

import io.airouter.model.EditPlan.Finding;
import jakarta.ejb.ApplicationException;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** The catalogue would not hold together after the edits; nothing was changed. */
@ApplicationException(rollback = true)
public class EditRefusedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final transient List<Finding> findings;

  public EditRefusedException(List<Finding> findings) {
    super(
        findings.stream()
            .map(f -> f.subject() + ": " + f.field() + ": " + f.reason())
            .collect(Collectors.joining("; ")));
    this.findings = List.copyOf(findings);
  }

  public List<Finding> findings() {
    return findings;
  }
}
