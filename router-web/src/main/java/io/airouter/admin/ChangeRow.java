package io.airouter.admin;

import io.airouter.model.Difference;
import io.airouter.model.EditPlan.Finding;
import java.io.Serial;
import java.io.Serializable;

/**
 * One field that an edit changes, or that it may not.
 *
 * @param after what it becomes, or why it may not
 */
public record ChangeRow(String subject, String field, String before, String after)
    implements Serializable {
  @Serial private static final long serialVersionUID = 1;

  static ChangeRow of(Difference difference) {
    return new ChangeRow(
        difference.subject(), difference.field(), difference.before(), difference.after());
  }

  static ChangeRow of(Finding finding) {
    return new ChangeRow(finding.subject(), finding.field(), "", finding.reason());
  }
}
