package io.airouter.upstream;

import java.util.Objects;

/** What one check saw; {@code detail} is for people. */
public record CheckResult(boolean passed, String detail) {
  public CheckResult {
    Objects.requireNonNull(detail);
  }

  static CheckResult passed(String detail) {
    return new CheckResult(true, detail);
  }

  static CheckResult failed(String detail) {
    return new CheckResult(false, detail);
  }
}
