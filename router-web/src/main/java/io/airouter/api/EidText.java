package io.airouter.api;

import io.airouter.lisp.EidPrefix;

/** An EID or EID-Prefix as a request writes it. */
public final class EidText {
  private static final int LONGEST = 300;
  private static final String FORMS =
      "an EID such as 10.100.0.1, 10.1.0.0/16, 2001:db8::1, name:model/gpt-4 or [1000]10.0.0.1";

  private EidText() {}

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException with a sentence for people where it is none
   */
  public static EidPrefix parse(String text) {
    String eid = text == null ? "" : text.strip();
    if (eid.isEmpty() || eid.length() > LONGEST) {
      throw new IllegalArgumentException("Type " + FORMS + ".");
    }
    try {
      return EidPrefix.parse(eid);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'" + eid + "' is not " + FORMS + ".", e);
    }
  }

  /** Reads a parameter of the API. */
  static EidPrefix parameter(String name, String text) {
    try {
      return parse(text);
    } catch (IllegalArgumentException e) {
      throw Problem.of(Problem.UNPROCESSABLE, "invalid_field", e.getMessage())
          .inField(name)
          .asException();
    }
  }
}
