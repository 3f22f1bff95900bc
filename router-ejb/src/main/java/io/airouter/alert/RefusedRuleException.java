package io.airouter.alert;

import java.io.Serial;

/** A rule that cannot be: which of its fields is wrong, and what is allowed there. */
public class RefusedRuleException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1;

  private final String field;
  private final String allowed;

  public RefusedRuleException(String field, String allowed) {
    super("'" + field + "' must be " + allowed);
    this.field = field;
    this.allowed = allowed;
  }

  public String field() {
    return field;
  }

  public String allowed() {
    return allowed;
  }
}
