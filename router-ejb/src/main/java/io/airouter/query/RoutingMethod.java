package io.airouter.query;

/** Which views the chosen endpoint was really found in. */
public enum RoutingMethod {
  LISP_AND_DNS("LISP + DNS"),
  LISP("LISP"),
  DNS("DNS"),
  /** In neither: the catalogue alone, such as an endpoint whose host name never resolved. */
  DIRECT("Direct");

  private final String label;

  RoutingMethod(String label) {
    this.label = label;
  }

  /** The words of the API and the history. */
  public String label() {
    return label;
  }

  public static RoutingMethod of(boolean byLisp, boolean byDns) {
    if (byLisp) {
      return byDns ? LISP_AND_DNS : LISP;
    }
    return byDns ? DNS : DIRECT;
  }
}
