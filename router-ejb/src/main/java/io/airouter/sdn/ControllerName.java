package io.airouter.sdn;

import java.util.regex.Pattern;

/** What the operator calls an SDN controller; unique, and part of its path in API and pages. */
public record ControllerName(String value) implements Comparable<ControllerName> {
  /** What is allowed, for people. */
  public static final String ALLOWED = "letters a-z, digits and '-', at most 63";

  private static final Pattern SHAPE = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  public ControllerName {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("controller name '" + value + "': " + ALLOWED);
    }
  }

  @Override
  public int compareTo(ControllerName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
